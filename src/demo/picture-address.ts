/** Between the product and the colour it is drawn in; neither has it. */
const SEPARATOR = '~';

/** Where the picture of a product is served, in one of its colours when it has several. */
export function pictureAddress(productId: string, color?: string): string {
  const name = color === undefined ? productId : `${productId}${SEPARATOR}${encodeURIComponent(color)}`;
  return `/demo/images/${name}.svg`;
}

/** The product and the colour that a picture's name (decoded, without `.svg`) asks for. */
export function readPictureName(name: string): { readonly productId: string; readonly color?: string } {
  const [productId = '', color] = name.split(SEPARATOR, 2);
  return { productId, ...(color === undefined ? {} : { color }) };
}
