package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions, with a limit to how long they search: an input may be hostile. */
final class Expressing {

    private static final int MOST_STEPS = 2_000_000;

    /** Named groups as Terraform writes them. */
    private static final Pattern NAMED = Pattern.compile("\\(\\?P?<([A-Za-z][A-Za-z0-9]*)>");

    private Expressing() {}

    private static final class TooLong extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    /** Counts how often the search looks at a character. */
    private static final class Watched implements CharSequence {
        private final CharSequence text;
        private final int[] left;

        Watched(CharSequence text, int[] left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (left[0]-- <= 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private interface Search {
        Datum in(Matcher matcher);
    }

    private static Datum search(String expression, String text, Use use, Search search) {
        try {
            Pattern pattern = Pattern.compile(expression.replace("(?P<", "(?<"));
            return search.in(pattern.matcher(new Watched(text, new int[] {MOST_STEPS})));
        } catch (PatternSyntaxException malformed) {
            return use.unknown("its regular expression is not worked out here");
        } catch (TooLong | StackOverflowError hostile) {
            return use.unknown("its regular expression takes too long");
        }
    }

    static Datum regex(List<Datum> arguments, Use use) {
        String expression = Texts.known(arguments.get(0));
        String text = Texts.known(arguments.get(1));
        if (expression == null || text == null) {
            return use.gap() != null ? use.unknown() : use.refused("regex() takes texts");
        }
        return search(
                expression, text, use, m -> m.find() ? found(m, expression, use) : use.refused("nothing matches"));
    }

    static Datum regexAll(List<Datum> arguments, Use use) {
        String expression = Texts.known(arguments.get(0));
        String text = Texts.known(arguments.get(1));
        if (expression == null || text == null) {
            return use.gap() != null ? use.openList() : use.refused("regexall() takes texts");
        }
        return search(expression, text, use, m -> {
            List<Datum> all = new ArrayList<>();
            while (m.find()) {
                all.add(found(m, expression, use));
            }
            return use.items(all);
        });
    }

    static Datum replace(String text, String expression, String by, Use use) {
        String replacement = by.replace("\\", "\\\\").replaceAll("\\$\\{(\\d)}", "\\$$1");
        return search(expression, text, use, m -> {
            try {
                return use.text(m.replaceAll(replacement));
            } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
                return use.unknown("its replacement is not worked out here");
            }
        });
    }

    /** The whole match, or its groups: as a map when they have names. */
    private static Datum found(Matcher matcher, String expression, Use use) {
        if (matcher.groupCount() == 0) {
            return use.text(matcher.group());
        }
        Map<String, Datum> named = new TreeMap<>();
        Matcher names = NAMED.matcher(expression);
        while (names.find()) {
            named.put(names.group(1), group(matcher.group(names.group(1)), use));
        }
        if (!named.isEmpty()) {
            return use.mapping(named);
        }
        List<Datum> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(group(matcher.group(i), use));
        }
        return use.items(groups);
    }

    private static Datum group(@org.jspecify.annotations.Nullable String text, Use use) {
        return text == null ? new Datum.Nothing(use.places()) : use.text(text);
    }
}
