import { attributeValues, type Product, type ProductText } from '../domain/product.ts';

type Labels = ReadonlyMap<string, string>;

/**
 * The words of one product for another one that holds the same things: labels are put in the order of its values, so
 * that they stay parallel. A value that the words do not know is labelled by its position when both tell equally many
 * (a translation: "sommer" stands for "summer"), else by itself.
 */
export function alignLabels(text: ProductText, from: Product, to: Product): ProductText {
  const { attributes, category, ...words } = text;
  const aligned = Object.entries(attributes ?? {}).flatMap(
    ([name, labels]): [string, readonly string[]][] => {
      const own = attributeValues(from, name);
      const values = attributeValues(to, name);
      const byValue: Labels = new Map(own.map((value, position) => [value, labels[position] ?? value]));
      const translated = own.length === values.length;
      const found = values.map(
        (value, position) => byValue.get(value) ?? (translated ? labels[position] : undefined) ?? value,
      );
      return found.some((label, position) => label !== values[position]) ? [[name, found]] : [];
    },
  );
  const keepsCategory = category !== undefined && category.length === to.category.length;
  return {
    ...words,
    ...(keepsCategory ? { category } : {}),
    ...(aligned.length > 0 ? { attributes: Object.fromEntries(aligned) } : {}),
  };
}
