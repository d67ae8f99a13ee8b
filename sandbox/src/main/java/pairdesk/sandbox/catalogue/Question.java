package pairdesk.sandbox.catalogue;

/**
 * What a listing really asks. Listings of one question are true pairs.
 *
 * @param id unique
 * @param group questions of one group exclude each other and cover everything, empty for a question
 *     on its own
 * @param percent the chance of YES at the start, a weight within a group
 */
public record Question(String id, String group, int percent) {}
