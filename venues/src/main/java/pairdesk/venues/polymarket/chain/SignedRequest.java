package pairdesk.venues.polymarket.chain;

/**
 * A request as it is submitted.
 *
 * @param digest hex of the hash that the wallet checks
 * @param body JSON text
 */
record SignedRequest(String digest, String body) {}
