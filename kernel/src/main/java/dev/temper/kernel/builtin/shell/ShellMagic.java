package dev.temper.kernel.builtin.shell;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Setting;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code %sh command}, mostly typed as {@code !command}, and {@code %%sh}: runs commands of the shell. */
public final class ShellMagic implements Magic {
    /** The shell that lines are given to. */
    static final Setting PROGRAM = Setting.of(
            "shell.program",
            ValueType.TEXT,
            Program.isWindows() ? "cmd.exe" : "/bin/sh",
            "the shell that !, %sh, %sx and %%sh give commands to");

    private static final Usage USAGE = Usage.lineOrCell(
                    "sh",
                    "Run a command of the shell, or the lines below; an exit code but 0 is an error. Also: !command")
            .with(Argument.rest(
                    "command", ValueType.TEXT, "the command, on one line; $name and {expression} are Java's"))
            .example("%sh ls -l")
            .example("!ls -l $folder")
            .example("%%sh\ncd data\nls");

    /** Makes the magic. */
    public ShellMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<Setting> settings() {
        return List.of(PROGRAM);
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws InterruptedException {
        int exit = new Program(command(invocation, session), session).run(session.out(), session.err());
        Exit.check(exit, invocation, session);
        return null;
    }

    static List<String> command(Invocation invocation, Session session) {
        String text = invocation.kind() == Kind.LINE ? invocation.arguments() : invocation.body();
        if (invocation.kind() == Kind.CELL && !invocation.arguments().isEmpty()) {
            throw new MagicException(session.place(invocation.line())
                    + ": %%sh takes its commands from the lines below, but is followed by " + invocation.arguments());
        }
        if (text.isBlank()) {
            throw new MagicException(session.place(invocation.line()) + ": a command must be given, as in !ls");
        }
        return Program.shell(session.magics().settings().text(PROGRAM.name()), text);
    }
}
