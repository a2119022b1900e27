package dev.temper.kernel.library;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.RepositorySystemSession.SessionBuilder;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/** How repositories are reached: the mirrors, the proxies and the credentials of the settings. */
final class Access {
    /** Java's client would answer no proxy of https that asks for a password, unless this is set to less. */
    private static final String REFUSED_BY_JDK = "jdk.http.auth.tunneling.disabledSchemes";

    private static final String HEADERS = "httpHeaders";

    private final Settings settings;

    Access(Settings settings) {
        this.settings = settings;
    }

    /** Lets a session go the ways of the settings. */
    void grant(SessionBuilder session) {
        session.setMirrorSelector(mirrors())
                .setProxySelector(proxies())
                .setAuthenticationSelector(credentials())
                .setOffline(settings.isOffline());
        settings.getServers().forEach(server -> headers(server, session));
    }

    private DefaultMirrorSelector mirrors() {
        DefaultMirrorSelector mirrors = new DefaultMirrorSelector();
        for (Mirror mirror : settings.getMirrors()) {
            mirrors.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        return mirrors;
    }

    private DefaultProxySelector proxies() {
        DefaultProxySelector proxies = new DefaultProxySelector();
        List<Proxy> active =
                settings.getProxies().stream().filter(Proxy::isActive).toList();
        for (Proxy proxy : active) {
            Authentication login = new AuthenticationBuilder()
                    .addUsername(proxy.getUsername())
                    .addPassword(proxy.getPassword())
                    .build();
            proxies.add(
                    new org.eclipse.aether.repository.Proxy(
                            proxy.getProtocol(), proxy.getHost(), proxy.getPort(), login),
                    proxy.getNonProxyHosts());
        }
        boolean asksForPassword = active.stream().anyMatch(proxy -> proxy.getUsername() != null);
        if (asksForPassword && System.getProperty(REFUSED_BY_JDK) == null) {
            System.setProperty(REFUSED_BY_JDK, "");
        }
        return proxies;
    }

    private DefaultAuthenticationSelector credentials() {
        DefaultAuthenticationSelector credentials = new DefaultAuthenticationSelector();
        for (Server server : settings.getServers()) {
            credentials.add(
                    server.getId(),
                    new AuthenticationBuilder()
                            .addUsername(server.getUsername())
                            .addPassword(server.getPassword())
                            .addPrivateKey(server.getPrivateKey(), server.getPassphrase())
                            .build());
        }
        return credentials;
    }

    /** Some servers are logged in to by a header: {@code <httpHeaders><property><name>..</name><value>..}. */
    private static void headers(Server server, SessionBuilder session) {
        if (!(server.getConfiguration() instanceof Xpp3Dom configuration) || configuration.getChild(HEADERS) == null) {
            return;
        }
        Map<String, String> headers = new HashMap<>();
        for (Xpp3Dom header : configuration.getChild(HEADERS).getChildren("property")) {
            if (header.getChild("name") != null && header.getChild("value") != null) {
                headers.put(
                        header.getChild("name").getValue(),
                        header.getChild("value").getValue());
            }
        }
        session.setConfigProperty(ConfigurationProperties.HTTP_HEADERS + "." + server.getId(), headers);
    }
}
