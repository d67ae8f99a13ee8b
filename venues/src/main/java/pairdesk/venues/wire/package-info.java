/**
 * Orders on sockets that wait for them: HTTP/1.1 written and read by ourselves, so that one thread
 * hands several orders to the kernel one after the other, and the answers are awaited afterwards.
 *
 * <pre>
 *   Wire.take() ──► Line.write(bytes) ──► Written.await(limit) ──► WireAnswer
 *     │ a socket of which nothing is heard      │                      │ whole and in order: the socket waits again
 *     │ else none: OkHttp sends the order       │                      └ anything else: it is closed
 *     └─ Wire.use(bytes, limit)                 └ from here on the request may have arrived
 *        opens what is missing, uses what waits
 * </pre>
 *
 * <p>One request at a time on a socket, each written once. Before the write nothing of it has left;
 * after it began everything may have, whatever the write says.
 */
@NullMarked
package pairdesk.venues.wire;

import org.jspecify.annotations.NullMarked;
