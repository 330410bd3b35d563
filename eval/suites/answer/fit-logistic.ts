/** An example of a logistic sum. */
export interface Example {
  readonly values: readonly number[];
  readonly isRight: boolean;
  /** > 0: how much it counts. */
  readonly weight: number;
}

/** Of a sum that is positive for what is more likely right than not. */
export interface Fitted {
  readonly weights: readonly number[];
  readonly bias: number;
}

const STEPS = 800;
const PACE = 0.5;

/**
 * A logistic sum by gradient descent from weights of 1, none below 0: no feature may speak against an answer. Values should be at most about 2.
 *
 * @param shrinkage Half of it times the square of each weight is added to the loss: some hundred questions tell little.
 * Cost: 800 passes over all examples.
 */
export function fitLogistic(examples: readonly Example[], shrinkage: number): Fitted {
  const count = examples[0]?.values.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  let weights = Array.from({ length: count }, () => 1);
  let bias = -count / 2;
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = weights.map((weight) => shrinkage * weight);
    let slope = 0;
    for (const { values, isRight, weight } of examples) {
      const probability = 1 / (1 + Math.exp(-sumOf(values, { weights, bias })));
      const error = ((probability - (isRight ? 1 : 0)) * weight) / total;
      slope += error;
      values.forEach((value, at) => {
        slopes[at] = (slopes[at] ?? 0) + error * value;
      });
    }
    weights = weights.map((weight, at) => Math.max(0, weight - PACE * (slopes[at] ?? 0)));
    bias -= PACE * slope;
  }
  return { weights, bias };
}

export const sumOf = (values: readonly number[], { weights, bias }: Fitted): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias);
