/**
 * Who may call: API keys given against a wallet's signature (L1), and the HMAC that every private
 * request carries (L2).
 */
@NullMarked
package pairdesk.sandbox.wire.polymarket.auth;

import org.jspecify.annotations.NullMarked;
