import { createMemoryProductIndex } from '../../../connectors/product-index/memory.ts';
import { describeProductIndexContract } from '../../contracts/product-index.contract.ts';

describeProductIndexContract('memory', createMemoryProductIndex);
