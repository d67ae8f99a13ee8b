/**
 * What people do and see: the user API under {@code /user/v1} (documented in
 * docs/local-discord.md). The web page and scripted operators use it; the bot knows nothing of it.
 * Here is also what Discord's own client would check before anything is sent: options of commands,
 * values of selects, inputs of forms.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.user;

import org.jspecify.annotations.NullMarked;
