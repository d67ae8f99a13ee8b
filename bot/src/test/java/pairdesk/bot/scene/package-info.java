/** A console for tests: the real one on a real database, with a fake engine and a fake Discord. */
@NullMarked
package pairdesk.bot.scene;

import org.jspecify.annotations.NullMarked;
