/**
 * The one guild and what happens in it: members, roles, channels, messages, reactions, registered
 * commands. Everything that changes is told as a {@link
 * pairdesk.sandbox.wire.discord.world.Happening}; the gateway passes it on to the bot, the user
 * stream to people. State here is changed inside {@code Turn} only.
 */
@NullMarked
package pairdesk.sandbox.wire.discord.world;

import org.jspecify.annotations.NullMarked;
