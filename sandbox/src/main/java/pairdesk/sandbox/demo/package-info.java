/**
 * The demo: starts the desk as a process of its own beside the sandbox, plays its operator through
 * the local Discord as a person would, and compares the sandbox's truth with the desk's ledger.
 *
 * <pre>
 *   DemoScript ── ChatUser ──HTTP, WebSocket──► local Discord ◄── desk (DeskChild)
 *       └── Audit ── truth of the exchange, /ledger of the desk
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.demo;

import org.jspecify.annotations.NullMarked;
