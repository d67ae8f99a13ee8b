/**
 * The sandbox: both venues and a Discord on loopback, with participants that trade, so that the
 * desk can be tried whole without the internet. Any client in any language can be pointed at it.
 */
@NullMarked
package pairdesk.sandbox;

import org.jspecify.annotations.NullMarked;
