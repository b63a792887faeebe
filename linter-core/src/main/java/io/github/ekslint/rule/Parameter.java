package io.github.ekslint.rule;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A number or word of a requirement that a user may change.
 *
 * @param type what it may be set to
 * @param initial the value when the user does not set it, as text; words are separated by commas
 * @param description what it means, with its unit
 * @param from which of {@link #SHARED} adds to its default; empty when none does
 */
public record Parameter(String name, Type type, String initial, String description, String from) {

    /** What a user says once for all rules: the paths of these settings in the configuration; {@code registries} stands for all below it. */
    public static final Set<String> SHARED = Collections.unmodifiableSet(
            new LinkedHashSet<>(List.of("registries", "registries.allowed", "registries.mirrors", "client-networks")));

    /** What a parameter may be set to. */
    public enum Type {
        /** A whole number from 0 to 999 999 999. */
        INTEGER("whole number"),
        /** True or false. */
        BOOLEAN("true or false"),
        /** A line of text that is not empty. */
        TEXT("text"),
        /** A list of words without commas. */
        WORDS("list of words");

        private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");

        private final String described;

        Type(String described) {
            this.described = described;
        }

        /** The name in metadata. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In the words of a message: "whole number", "list of words" …. */
        public String described() {
            return described;
        }

        /** The type that a default shows by itself; {@link #WORDS} is never guessed. */
        static Type of(String initial) {
            return INTEGER.fits(initial) ? INTEGER : BOOLEAN.fits(initial) ? BOOLEAN : TEXT;
        }

        /** Whether a text stands for a value of this type. */
        public boolean fits(String text) {
            return switch (this) {
                case INTEGER -> NUMBER.matcher(text).matches();
                case BOOLEAN -> text.equals("true") || text.equals("false");
                case TEXT -> !text.isBlank();
                case WORDS -> true;
            };
        }
    }

    /** A parameter whose default shows its type. */
    public Parameter(String name, String initial, String description) {
        this(name, Type.of(initial), initial, description, "");
    }
}
