package pairdesk.engine.loop;

/**
 * Which due time fired.
 *
 * @param kind {@code unhedged}, {@code resolve}, {@code cooldown} …
 * @param subject id of the execution, order or pair it is about; empty when it is about everything
 */
public record TimerKey(String kind, String subject) {}
