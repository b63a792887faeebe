package io.github.ekslint.source;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Jackson's messages in plain words. */
final class JsonMessages {

    private JsonMessages() {}

    static String plain(JsonProcessingException broken) {
        return "this is not JSON: " + broken.getOriginalMessage();
    }
}
