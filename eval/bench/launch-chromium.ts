import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Not those the package proposes: they run one process for all and switch web security off, which is what is measured and tested. */
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--disable-dev-shm-usage',
];

/** A headless Chromium as people have it, drawn by the processor; the caller closes it. */
export const launchChromium = async (): Promise<Browser> =>
  await playwright.launch({ args: ARGUMENTS, executablePath: await chromium.executablePath() });
