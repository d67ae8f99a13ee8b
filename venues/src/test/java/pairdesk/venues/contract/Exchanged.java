package pairdesk.venues.contract;

import java.util.List;
import java.util.Map;

/** One request and its answer as they went over the wire. */
record Exchanged(
    String method,
    String path,
    Map<String, List<String>> query,
    String requestBody,
    int status,
    String responseBody) {}
