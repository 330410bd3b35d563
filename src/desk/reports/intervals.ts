import type { Interval } from '../../domain/desk/report.ts';

/** The normal quantile of 0.975. */
const Z = 1.959963984540054;

/**
 * A share with its interval of 95 %.
 *
 * @param of At least 1.
 * @see Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 1927.
 */
export function shareOf(count: number, of: number): Interval {
  const share = count / of;
  const middle = (count + Z ** 2 / 2) / (of + Z ** 2);
  const half = (Z / (of + Z ** 2)) * Math.sqrt((count * (of - count)) / of + Z ** 2 / 4);
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * How far one share lies above another, of people who are in one group only.
 *
 * @see Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 1998, method 10.
 */
export function differenceOf(left: Interval, right: Interval): Interval {
  const value = left.value - right.value;
  return {
    value,
    low: value - Math.hypot(left.value - left.low, right.high - right.value),
    high: value + Math.hypot(left.high - left.value, right.value - right.low),
  };
}

/** A mean with its interval of 95 % by Student's t. @param values At least 2. */
export function meanOf(values: readonly number[]): Interval {
  const count = values.length;
  const value = values.reduce((sum, each) => sum + each, 0) / count;
  const squares = values.reduce((sum, each) => sum + (each - value) ** 2, 0);
  const half = studentQuantile(count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { value, low: value - half, high: value + half };
}

/** Of 0.975; within 1 % from 5 degrees of freedom on. @see Abramowitz & Stegun 26.7.5. */
const studentQuantile = (degrees: number): number =>
  Z +
  (Z ** 3 + Z) / (4 * degrees) +
  (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * degrees ** 2) +
  (3 * Z ** 7 + 19 * Z ** 5 + 17 * Z ** 3 - 15 * Z) / (384 * degrees ** 3);
