package io.github.ekslint.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Jackson's messages in plain words. */
final class JsonMessages {

    private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\((.*) \\(code (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("Unrecognized token '(.{0,40})");
    private static final Pattern CLOSE =
            Pattern.compile("Unexpected close marker '(.)': expected '(.)'.*line: (\\d+).*", Pattern.DOTALL);

    private JsonMessages() {}

    static String plain(JsonProcessingException broken) {
        String message = broken.getOriginalMessage();
        Matcher character = CHARACTER.matcher(message);
        Matcher token = TOKEN.matcher(message);
        Matcher close = CLOSE.matcher(message);
        if (broken instanceof StreamConstraintsException) {
            return "this JSON is nested too deep to be read";
        } else if (close.lookingAt()) {
            return "“%s” stands where “%s” closes what begins in line %s"
                    .formatted(close.group(1), close.group(2), close.group(3));
        } else if (character.lookingAt()) {
            return unexpected(Integer.parseInt(character.group(2)), message);
        } else if (message.startsWith("Unexpected end-of-input") || message.startsWith("Unexpected end-of-String")) {
            return "the file ends inside a value";
        } else if (message.startsWith("Non-standard token") || token.lookingAt()) {
            return "a word stands here that is no JSON value";
        } else if (message.contains("unquoted character")) {
            return "a line break, a tab or another control character stands inside a text; JSON wants it escaped";
        } else if (message.contains("character escape")) {
            return "a backslash stands before a character that JSON does not escape";
        } else if (message.contains("eading zero")) {
            return "a number begins with a zero, which JSON does not allow";
        } else if (message.contains("numeric value") || message.contains("number")) {
            return "a malformed number";
        }
        return "this is not JSON";
    }

    private static String unexpected(int code, String message) {
        String found = code > ' ' && code < 127 ? "“%s”".formatted(Character.toString(code)) : "U+%04X".formatted(code);
        if (code == '\u00A0') {
            return Blanks.described('\u00A0');
        } else if (code == '/' || code == '#') {
            return found + " stands where JSON expects something else; it has no comments";
        } else if (message.contains("start field name")) {
            return found + " stands where a key in double quotes belongs";
        } else if (message.contains("separate field name")) {
            return found + " stands where the “:” after a key belongs";
        } else if (message.contains("comma to separate Object")) {
            return found + " stands where “,” or “}” belongs";
        } else if (message.contains("comma to separate Array")) {
            return found + " stands where “,” or “]” belongs";
        } else if (message.contains("number")
                || message.contains("decimal")
                || message.contains("exponent")
                || message.contains("digit")) {
            return found + " stands in a malformed number";
        }
        return found + " stands where a value belongs";
    }
}
