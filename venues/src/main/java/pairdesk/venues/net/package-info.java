/**
 * The wire below both venues: HTTP calls that say what became of a mutation, sockets that come back
 * by themselves, rate budgets, secrets.
 *
 * <pre>
 *   HttpCall ──► HttpApi ──► Transport (OkHttp) ──► venue        reads: retried with back-off
 *                  │ └─ begin ──► wire ─────────────► venue        mutations: sent exactly once
 *                  └─ Toll: TokenBucket, cost, priority
 *   VenueSocket ─► Transport ─► venue        one virtual thread reads, reconnects, resubscribes
 * </pre>
 */
@NullMarked
package pairdesk.venues.net;

import org.jspecify.annotations.NullMarked;
