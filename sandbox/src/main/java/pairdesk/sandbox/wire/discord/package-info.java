/**
 * A Discord server on this machine: REST and gateway for bots, a user API and a web page for
 * people. Everything is in memory.
 *
 * <pre>
 *   bot  ── rest, gateway ──►  world  ◄── user ──  web page, scripted operators
 *                 form, command, interaction
 * </pre>
 *
 * Requests are handled one at a time ({@code http.Turn}); what they change is told to the gateway
 * and to people as {@code world.Happening}. The rules are Discord's: see docs/local-discord.md for
 * which are kept and which are not.
 */
@NullMarked
package pairdesk.sandbox.wire.discord;

import org.jspecify.annotations.NullMarked;
