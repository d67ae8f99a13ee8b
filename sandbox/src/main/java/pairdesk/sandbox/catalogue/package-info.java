/**
 * What is listed on the sandbox's two venues: a shipped set in the venues' own shapes, written for
 * the purpose, and on request a larger one from files. Which listings ask the same question is
 * known here and told under {@code /truth} only.
 *
 * <pre>
 *   families.json --FamilyReader--&gt; Family --Renderer (start date)--&gt; Catalogue
 * </pre>
 */
@NullMarked
package pairdesk.sandbox.catalogue;

import org.jspecify.annotations.NullMarked;
