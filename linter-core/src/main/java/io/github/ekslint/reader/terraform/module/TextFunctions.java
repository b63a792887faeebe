package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import io.github.ekslint.reader.terraform.module.Functions.Definition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Functions of texts. */
final class TextFunctions {

    private static final int ANY = Integer.MAX_VALUE;
    private static final int LONGEST = 200_000;

    private static final Pattern VERB = Pattern.compile("%(?:%|(?:\\[(\\d{1,3})])?([ +#-]*)(0?)(\\d{0,3})([a-zA-Z]))");

    private TextFunctions() {}

    static void define(Map<String, Definition> all) {
        one(all, "lower", t -> t.toLowerCase(Locale.ROOT));
        one(all, "upper", t -> t.toUpperCase(Locale.ROOT));
        one(all, "trimspace", String::strip);
        one(all, "chomp", t -> t.replaceAll("[\\r\\n]+$", ""));
        one(all, "strrev", t -> new StringBuilder(t).reverse().toString());
        one(all, "title", TextFunctions::title);
        CollectionFunctions.define(all, "basename", 1, 1, (a, use) -> basename(a.get(0), use));
        one(all, "dirname", t -> t.contains("/") ? t.substring(0, t.lastIndexOf('/')) : ".");
        one(all, "pathexpand", t -> t);
        one(all, "abspath", t -> t);
        two(all, "trimprefix", (t, p) -> t.startsWith(p) ? t.substring(p.length()) : t);
        two(all, "trimsuffix", (t, s) -> t.endsWith(s) ? t.substring(0, t.length() - s.length()) : t);
        two(all, "trim", TextFunctions::trim);
        two(all, "startswith", (t, p) -> Boolean.toString(t.startsWith(p)));
        two(all, "endswith", (t, s) -> Boolean.toString(t.endsWith(s)));
        two(all, "strcontains", (t, s) -> Boolean.toString(t.contains(s)));
        CollectionFunctions.define(all, "join", 2, ANY, TextFunctions::join);
        CollectionFunctions.define(all, "split", 2, 2, TextFunctions::split);
        CollectionFunctions.define(all, "replace", 3, 3, TextFunctions::replace);
        CollectionFunctions.define(all, "substr", 3, 3, TextFunctions::substring);
        CollectionFunctions.define(all, "format", 1, ANY, (a, use) -> format(a.get(0), a.subList(1, a.size()), use));
        CollectionFunctions.define(all, "formatlist", 1, ANY, TextFunctions::formatList);
        CollectionFunctions.define(all, "indent", 2, 2, TextFunctions::indent);
        CollectionFunctions.define(all, "regex", 2, 2, Expressing::regex);
        CollectionFunctions.define(all, "regexall", 2, 2, Expressing::regexAll);
    }

    private interface OfTwo {
        String apply(String text, String other);
    }

    private static void one(Map<String, Definition> all, String name, UnaryOperator<String> function) {
        CollectionFunctions.define(all, name, 1, 1, (a, use) -> {
            String text = Texts.known(a.get(0));
            return text == null ? CollectionFunctions.opaque(a.get(0), use) : use.text(function.apply(text));
        });
    }

    private static void two(Map<String, Definition> all, String name, OfTwo function) {
        CollectionFunctions.define(all, name, 2, 2, (a, use) -> {
            String text = Texts.known(a.get(0));
            String other = Texts.known(a.get(1));
            return text == null || other == null
                    ? CollectionFunctions.opaque(a.get(text == null ? 0 : 1), use)
                    : use.text(function.apply(text, other));
        });
    }

    /** The end of a path is known also where its beginning is not. */
    private static Datum basename(Datum path, Use use) {
        if (!(path instanceof Datum.Text text) || text.pieces().isEmpty()) {
            return CollectionFunctions.opaque(path, use);
        }
        Datum.Piece last = text.pieces().get(text.pieces().size() - 1);
        int slash = last.text().lastIndexOf('/');
        boolean whole = last.gap() == null && (slash >= 0 || text.pieces().size() == 1);
        return whole ? use.text(last.text().substring(slash + 1)) : use.unknown();
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        char before = ' ';
        for (char c : text.toCharArray()) {
            out.append(Character.isWhitespace(before) || before == '-' ? Character.toUpperCase(c) : c);
            before = c;
        }
        return out.toString();
    }

    private static String trim(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static Datum join(List<Datum> arguments, Use use) {
        String delimiter = Texts.known(arguments.get(0));
        Datum list = arguments.size() == 2
                ? arguments.get(1)
                : Functions.apply("concat", arguments.subList(1, arguments.size()), use.place());
        boolean open = list instanceof Datum.Items items && CollectionFunctions.isOpen(items);
        if (delimiter == null || open || !(list instanceof Datum.Items)) {
            return CollectionFunctions.opaque(delimiter == null ? arguments.get(0) : list, use);
        }
        return Texts.join(delimiter, list, List.of(use.place()), use.provenance());
    }

    private static Datum split(List<Datum> arguments, Use use) {
        String delimiter = Texts.known(arguments.get(0));
        if (delimiter == null || !(arguments.get(1) instanceof Datum.Text)) {
            return use.gap() != null ? use.openList() : use.refused("split() takes texts");
        }
        return Texts.split(delimiter, arguments.get(1));
    }

    private static Datum replace(List<Datum> arguments, Use use) {
        String text = Texts.known(arguments.get(0));
        String wanted = Texts.known(arguments.get(1));
        String by = Texts.known(arguments.get(2));
        if (text == null || wanted == null || by == null) {
            return use.gap() != null ? use.unknown() : use.refused("replace() takes texts");
        }
        boolean expression = wanted.length() > 2 && wanted.startsWith("/") && wanted.endsWith("/");
        if (expression) {
            return Expressing.replace(text, wanted.substring(1, wanted.length() - 1), by, use);
        }
        long longest = (long) text.length() * Math.max(1, by.length());
        return longest > 10L * LONGEST ? use.unknown("the text is too long") : use.text(text.replace(wanted, by));
    }

    private static Datum substring(List<Datum> arguments, Use use) {
        String text = Texts.known(arguments.get(0));
        Integer offset = Numbers.whole(arguments.get(1));
        Integer length = Numbers.whole(arguments.get(2));
        if (text == null || offset == null || length == null) {
            return use.unknown();
        }
        int from = Math.max(0, Math.min(text.length(), offset < 0 ? text.length() + offset : offset));
        int to = length < 0 ? text.length() : (int) Math.min(text.length(), (long) from + length);
        return use.text(text.substring(from, to));
    }

    private static Datum indent(List<Datum> arguments, Use use) {
        Integer count = Numbers.whole(arguments.get(0));
        String text = Texts.known(arguments.get(1));
        return count == null || text == null || count < 0 || count > 100
                ? use.unknown()
                : use.text(text.replace("\n", "\n" + " ".repeat(count)));
    }

    private static Datum formatList(List<Datum> arguments, Use use) {
        int length = 1;
        for (Datum argument : arguments.subList(1, arguments.size())) {
            if (argument instanceof Datum.Items items && !CollectionFunctions.isOpen(items)) {
                length = items.items().size();
            } else if (!(argument instanceof Datum.Text)) {
                return use.openList();
            }
        }
        List<Datum> results = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<Datum> row = new ArrayList<>();
            for (Datum argument : arguments.subList(1, arguments.size())) {
                row.add(
                        argument instanceof Datum.Items items
                                        && i < items.items().size()
                                ? items.items().get(i)
                                : argument);
            }
            results.add(format(arguments.get(0), row, use));
        }
        return use.items(results);
    }

    private static Datum format(Datum template, List<Datum> arguments, Use use) {
        String text = Texts.known(template);
        if (text == null) {
            return use.unknown();
        }
        List<Datum> parts = new ArrayList<>();
        Matcher verb = VERB.matcher(text);
        int end = 0;
        int next = 0;
        while (verb.find()) {
            parts.add(use.text(text.substring(end, verb.start())));
            end = verb.end();
            if (verb.group().equals("%%")) {
                parts.add(use.text("%"));
                continue;
            }
            int index = verb.group(1) == null ? next : Integer.parseInt(verb.group(1)) - 1;
            next = index + 1;
            if (index < 0 || index >= arguments.size()) {
                return use.refused("format() has too few arguments");
            }
            parts.add(formatted(verb, arguments.get(index), use));
        }
        parts.add(use.text(text.substring(end)));
        return Texts.concat(parts, List.of(use.place()), use.provenance());
    }

    private static Datum formatted(Matcher verb, Datum argument, Use use) {
        String kind = verb.group(5);
        String width = verb.group(4);
        boolean plain = width.isEmpty() && verb.group(2).isEmpty();
        if (kind.equals("s") || kind.equals("v") || kind.equals("t")) {
            String known = Texts.known(argument);
            boolean collection = argument instanceof Datum.Items || argument instanceof Datum.Members;
            if (collection) {
                return kind.equals("v") ? Functions.apply("jsonencode", List.of(argument), use.place()) : use.unknown();
            }
            return plain || known == null ? argument : use.text(padded(known, verb));
        }
        BigDecimal number = Numbers.of(argument);
        if (kind.equals("q")) {
            String known = Texts.known(argument);
            return known == null ? use.unknown() : use.text("\"" + known + "\"");
        }
        if (number == null) {
            return CollectionFunctions.opaque(argument, use);
        }
        return switch (kind) {
            case "d" -> use.text(padded(number.toBigInteger().toString(), verb));
            case "x" -> use.text(padded(number.toBigInteger().toString(16), verb));
            case "X" -> use.text(padded(number.toBigInteger().toString(16).toUpperCase(Locale.ROOT), verb));
            case "o" -> use.text(padded(number.toBigInteger().toString(8), verb));
            case "b" -> use.text(padded(number.toBigInteger().toString(2), verb));
            default -> use.unknown("format() with %%%s is not worked out here".formatted(kind));
        };
    }

    private static String padded(String text, Matcher verb) {
        int width = verb.group(4).isEmpty() ? 0 : Integer.parseInt(verb.group(4));
        String pad = (verb.group(3).isEmpty() ? " " : "0").repeat(Math.max(0, width - text.length()));
        return verb.group(2).contains("-") ? text + pad.replace('0', ' ') : pad + text;
    }
}
