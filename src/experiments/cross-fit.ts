/** What an arm would bring at a choice. */
export type PredictReward<Choice> = (choice: Choice, arm: number) => number;

/**
 * Predicts every choice by a model that has not seen it: the log is cut into folds at random, each predicted by the model of the
 * others, so that a model's errors are independent of the rewards it is corrected with.
 *
 * @param learn Learns from some of the choices.
 * @returns `predictions[choice][arm]`.
 * @see Chernozhukov et al., "Double/debiased machine learning", 2018, section 3.
 */
export function crossFit<Choice>(
  choices: readonly Choice[],
  armCount: number,
  learn: (choices: readonly Choice[]) => PredictReward<Choice>,
  { random, folds = 3 }: { readonly random: () => number; readonly folds?: number },
): readonly Float64Array[] {
  const foldOf = Uint8Array.from(choices, () => Math.floor(random() * folds));
  const models = Array.from({ length: folds }, (_, fold) =>
    learn(choices.filter((_choice, position) => foldOf[position] !== fold)),
  );
  return choices.map((choice, position) => {
    const predict = models[foldOf[position] ?? 0];
    return Float64Array.from({ length: armCount }, (_, arm) => predict?.(choice, arm) ?? 0);
  });
}
