import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Names what passed only when it was tried again, with what went wrong before: a second try keeps a busy machine from
 * refusing a change, and must not hide a race, of which each named test is a sign.
 */
export default class ToldSecondTries implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[]): void {
    const passed = testModules.flatMap((module) => [...module.children.allTests('passed')]);
    const again = passed.filter((test) => test.diagnostic()?.flaky === true);
    if (again.length === 0) return;
    process.stdout.write(
      `\nPassed at the second try only, each a race to mend:\n${again.map(line).join('')}\n`,
    );
  }
}

function line(test: TestCase): string {
  const [error] = test.result().errors ?? [];
  const at = error?.stacks?.[0];
  return `  ${test.module.relativeModuleId} > ${test.fullName}\n    line ${at?.line}: ${error?.message}\n`;
}
