package pairdesk.sandbox.catalogue;

/**
 * What a listing asks.
 *
 * @param inverted YES of the listing is NO of the question
 */
public record Asks(Question question, boolean inverted) {}
