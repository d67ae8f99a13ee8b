package pairdesk.sandbox.catalogue;

import java.util.List;

/**
 * An event on Polymarket.
 *
 * @param id a number as text
 * @param negRisk exactly one of its markets resolves YES
 * @param negRiskMarketId of a negRisk event, otherwise empty
 */
public record PolymarketEvent(
    String id,
    String slug,
    String title,
    String description,
    boolean negRisk,
    String negRiskMarketId,
    List<String> tags) {}
