package pairdesk.matching.veto;

/**
 * Why two listings cannot be one question.
 *
 * @param veto the name of the kind: {@code date}, {@code stage}
 * @param reason for a person: {@code until 2025-04-30 against until 2025-12-31}
 */
public record Objection(String veto, String reason) {}
