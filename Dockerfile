FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /src
COPY . .
RUN mvn -q -B -Dstyle.color=never -Dmaven.test.skip=true package -pl cli -am

FROM eclipse-temurin:17-jre
# A volume takes over the owner of the folder that it is mounted on.
RUN useradd --system --uid 10001 --user-group --create-home --home-dir /var/lib/mendline mendline \
    && install -d -o mendline -g mendline /var/lib/mendline/.local/share/mendline
COPY --from=build /src/mendline /opt/mendline/mendline
COPY --from=build /src/cli/target/dist/lib /opt/mendline/lib
COPY --from=build /src/model/src/main/resources/dev/mendline/model/schema /opt/mendline/schema
RUN chmod 755 /opt/mendline/mendline && ln -s /opt/mendline/mendline /usr/local/bin/mendline
USER mendline
# Configuration is found as ./mendline.yaml here, or as $XDG_CONFIG_HOME/mendline/mendline.yaml.
WORKDIR /var/lib/mendline
STOPSIGNAL SIGTERM
ENTRYPOINT ["mendline"]
CMD ["--help"]
