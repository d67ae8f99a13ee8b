/**
 * Requests and replies of both HTTP interfaces, and the turn in which they are handled one after
 * the other.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.http;

import org.jspecify.annotations.NullMarked;
