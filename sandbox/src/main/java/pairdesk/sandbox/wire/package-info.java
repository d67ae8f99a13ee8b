/**
 * What every front of the sandbox shares: a request as plain data, a reply as plain data, a server
 * that binds to loopback only. Because a request is data it can be answered late, twice or not at
 * all.
 */
@NullMarked
package pairdesk.sandbox.wire;

import org.jspecify.annotations.NullMarked;
