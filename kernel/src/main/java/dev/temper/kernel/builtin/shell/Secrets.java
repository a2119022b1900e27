package dev.temper.kernel.builtin.shell;

import java.util.regex.Pattern;

/** Hides what should not stand in a notebook that may be shown around. */
final class Secrets {
    private static final String MASK = "********";
    private static final Pattern NAME = Pattern.compile(
            "(?i).*(?:(?:^|_|API|ACCESS)KEYS?(?:_|$)|TOKEN|SECRET|PASSW|PASSPHRASE|(?:^|_)PASS(?:_|$)|PWD(?:_|$)(?<!^PWD|OLDPWD)"
                    + "|CREDENTIAL|(?:^|_)AUTH|COOKIE|PRIVATE|SIGNATURE|(?:^|_)DSN).*");
    private static final Pattern VALUE =
            Pattern.compile("(?s).*(?:gh[opsur]_\\w{20}|github_pat_\\w{20}|glpat-[\\w-]{15}"
                    + "|\\bsk-[\\w-]{16}|xox[abprs]-[\\w-]{10}|\\bhf_\\w{20}|\\bnpm_\\w{20}|\\bpypi-\\w{20}|AKIA[0-9A-Z]{16}"
                    + "|\\beyJ[\\w-]{8,}\\.[\\w-]{8,}\\.|-----BEGIN [A-Z ]*PRIVATE KEY).*");
    private static final Pattern USER = Pattern.compile("(\\w[\\w+.-]*://)[^/\\s@]+@");

    private Secrets() {}

    /** The value, or what to show in its place. */
    static String masked(String name, String value) {
        if (!value.isEmpty()
                && (NAME.matcher(name).matches() || VALUE.matcher(value).matches())) {
            return MASK;
        }
        return USER.matcher(value).replaceAll("$1" + MASK + "@");
    }
}
