/**
 * Faults on the wire, for any venue: rules say when a request or a stream message meets which
 * fault. Handlers and fronts know nothing of them.
 *
 * <pre>
 *   client --request--&gt; FaultGate --&gt; handler        front --message--&gt; FaultyStream --&gt; client
 *                           '-------- Faults (rules, seed) --------'
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.faults;

import org.jspecify.annotations.NullMarked;
