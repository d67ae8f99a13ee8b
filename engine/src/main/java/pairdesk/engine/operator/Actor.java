package pairdesk.engine.operator;

/**
 * A person who acts, already authorised for what they ask.
 *
 * @param id the console's id of the person, {@code discord:1234}, {@code cli:alice}
 * @param name as shown, untrusted
 */
public record Actor(String id, String name) {}
