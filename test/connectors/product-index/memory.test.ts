import { createMemoryProductIndex } from '../../../connectors/product-index/memory.ts';
import { describeProductIndexContract } from '../../contracts/product-index.contract.ts';
import { describeBehaviourContract } from '../../contracts/product-index-behaviour.contract.ts';
import { describeImageContract } from '../../contracts/product-index-image.contract.ts';
import { describeMalformedContract } from '../../contracts/product-index-malformed.contract.ts';
import { describeRangeContract } from '../../contracts/product-index-ranges.contract.ts';

describeProductIndexContract('memory', createMemoryProductIndex);
describeRangeContract('memory', createMemoryProductIndex);
describeImageContract('memory', createMemoryProductIndex);
describeMalformedContract('memory', createMemoryProductIndex);
describeBehaviourContract('memory', createMemoryProductIndex);
