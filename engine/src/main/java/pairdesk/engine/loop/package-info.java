/**
 * The heart: events in, effects out, on one thread.
 *
 * <pre>
 * feeds, order tasks, timers, people ─ EngineEvent ─► Inbox ─► EngineLoop (thread)
 *                                                                 │ one batch, one now
 *                                                                 ▼
 *   Engine: take every fact ── OrderFacts, Fills, Reconciler, Operators
 *           then look once ─── Resolver, breakers, Executions, Scanner, reads
 *                                                                 │
 * journal, gateways, timers, notifier ◄─ Effect ─ EffectRunner ◄──┤
 * readers ◄─ EngineView ◄─────────────────────────────────────────┘
 * </pre>
 */
@NullMarked
package pairdesk.engine.loop;

import org.jspecify.annotations.NullMarked;
