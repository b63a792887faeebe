package io.github.ekslint.report;

/** How text of unknown origin takes up the columns of a terminal. */
final class Columns {

    private static final int TAB = 4;

    private Columns() {}

    /** The columns a printable text takes. */
    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** 0 for what combines with the character before, 2 for East Asian wide characters and emoji, 1 otherwise. */
    static int of(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || character == 0x200D) {
            return 0;
        }
        boolean wide = (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0x303E)
                || (character >= 0x3041 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1F64F)
                || (character >= 0x1F680 && character <= 0x1F6FF)
                || (character >= 0x1F900 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /** The text without what would command the terminal or turn the direction of writing: such characters become ␦ or blanks. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(printable, c));
        return printable.toString();
    }

    private static void append(StringBuilder to, int character) {
        if (character == '\t') {
            to.append(" ".repeat(TAB));
        } else if (character == '\n') {
            to.append('\n');
        } else if (Character.isISOControl(character) || commands(character)) {
            to.append('\u2426');
        } else {
            to.appendCodePoint(character);
        }
    }

    private static boolean commands(int character) {
        int type = Character.getType(character);
        return (type == Character.FORMAT && character != 0x200D && character != 0xAD)
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** The printable form of one line: no line ends. */
    static String line(String text) {
        return printable(text.replace('\n', ' ').replace('\r', ' '));
    }
}
