import { createEmbeddedProductIndex } from '../../../connectors/product-index/embedded.ts';
import { describeProductIndexContract } from '../../contracts/product-index.contract.ts';

describeProductIndexContract('embedded', createEmbeddedProductIndex);
