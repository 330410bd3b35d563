import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Turn } from '../domain/turn.ts';

/** What the server counts (Prometheus). Nothing names a shopper, a product or a message. */
export interface ServerMetrics {
  readonly registry: Registry;
  observeRequest(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly seconds: number;
  }): void;
  observeTurn(turn: Turn): void;
  setOpenStreams(read: () => number): void;
  /** What is held of shoppers in memory. */
  setOnlineState(read: () => { readonly shoppers: number; readonly bytes: number }): void;
}

const STAGES = ['understand', 'retrieve', 'rank', 'reply', 'total'] as const;

export function createMetrics(registry: Registry = new Registry()): ServerMetrics {
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  /** A measure that is read when it is asked for; the last to say how it is read is asked. */
  const setGauge = (name: string, help: string, read: () => number): void => {
    registry.removeSingleMetric(name);
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its response',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const turns = new Counter({
    name: 'floorwalker_turns_total',
    help: 'Turns answered, by who understood, who worded the reply, and what was degraded',
    labelNames: ['understood_by', 'replied_by', 'degraded'] as const,
    registers,
  });
  const stages = new Histogram({
    name: 'floorwalker_turn_stage_seconds',
    help: 'Time of the stages of a turn',
    labelNames: ['stage'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  return {
    registry,
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status }, seconds),
    observeTurn(turn) {
      const degraded =
        (turn.degraded ?? [])
          .map(({ component }) => component)
          .sort()
          .join(',') || 'none';
      turns.inc({ understood_by: turn.understoodBy, replied_by: turn.repliedBy, degraded });
      for (const stage of STAGES) stages.observe({ stage }, turn.timing[`${stage}Ms`] / 1_000);
    },
    setOpenStreams(read) {
      setGauge('floorwalker_open_streams', 'Open event streams', read);
    },
    setOnlineState(read) {
      setGauge(
        'floorwalker_online_shoppers',
        'Shoppers whose latest actions are held in memory',
        () => read().shoppers,
      );
      setGauge(
        'floorwalker_online_bytes',
        'Memory for the latest actions of shoppers, estimated',
        () => read().bytes,
      );
    },
  };
}
