/**
 * How long it takes to read a large catalogue of each venue, and how much memory it holds: pages of
 * a server in the same process, in the shape of the sandbox's listings. Start at {@link
 * pairdesk.benchmarks.catalogue.CatalogueLoad}.
 */
@NullMarked
package pairdesk.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
