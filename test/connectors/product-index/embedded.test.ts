import { createEmbeddedProductIndex } from '../../../connectors/product-index/embedded.ts';
import { describeProductIndexContract } from '../../contracts/product-index.contract.ts';
import { describeBehaviourContract } from '../../contracts/product-index-behaviour.contract.ts';
import { describeImageContract } from '../../contracts/product-index-image.contract.ts';
import { describeMalformedContract } from '../../contracts/product-index-malformed.contract.ts';
import { describeRangeContract } from '../../contracts/product-index-ranges.contract.ts';

describeProductIndexContract('embedded', createEmbeddedProductIndex);
describeRangeContract('embedded', createEmbeddedProductIndex);
describeImageContract('embedded', createEmbeddedProductIndex);
describeMalformedContract('embedded', createEmbeddedProductIndex);
describeBehaviourContract('embedded', createEmbeddedProductIndex);
