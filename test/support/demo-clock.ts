/** The moment at which tests of the demo shop take place: 2026-11-22 12:00 UTC. */
export const DEMO_CLOCK_MS = Date.UTC(2026, 10, 22, 12);
