/** Matching over files of listings: what {@code pairdesk match} does, without the command line. */
@NullMarked
package pairdesk.matching.file;

import org.jspecify.annotations.NullMarked;
