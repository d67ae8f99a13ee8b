/**
 * The life of an interaction: raised by a person, acknowledged by the bot within three seconds,
 * edited and followed up for fifteen minutes, or failed.
 *
 * <pre>
 *   raised ──callback 4, 5, 6, 7──► Acknowledged ──15 min──► forgotten
 *      ├─────callback 9───────────► ModalShown ──submit──► a new interaction
 *      ├─────callback 8───────────► Suggested
 *      └─────3 s─────────────────► Failed (callback answers 10062)
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.wire.discord.interaction;

import org.jspecify.annotations.NullMarked;
