@NullMarked
package pairdesk.engine.paper;

import org.jspecify.annotations.NullMarked;
