/**
 * The control port: the truth as the sandbox knows it, and switches for everything that can go
 * wrong. For tests and demonstrations in any language; no venue shows any of it.
 */
@NullMarked
package pairdesk.sandbox.control;

import org.jspecify.annotations.NullMarked;
