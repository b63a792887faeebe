@echo off
rem Runs ekslint; builds the standalone jar first when it is missing or older than the sources.
setlocal EnableExtensions DisableDelayedExpansion
rem Not "home": git, which ekslint runs, looks for its settings in HOME.
set "here=%~dp0"
set "jar=%here%linter-cli\target\ekslint.jar"

set "java=java"
rem Some set it with quotation marks.
if defined JAVA_HOME set "java=%JAVA_HOME:"=%\bin\java.exe"
"%java%" -version >nul 2>&1
if errorlevel 1 (
    echo ekslint: Java 17 or newer is needed, and "%java%" cannot be run; install a JDK or set JAVA_HOME 1>&2
    exit /b 2
)

set "stale="
if not exist "%jar%" set "stale=yes"
if not defined stale (
    powershell -NoProfile -Command ^
        "$jar = (Get-Item -LiteralPath $env:jar).LastWriteTime;" ^
        "$new = 'pom.xml','linter-core\pom.xml','linter-core\src\main','rules\pom.xml','rules\src\main','linter-cli\pom.xml','linter-cli\src\main' | ForEach-Object { Get-ChildItem -LiteralPath (Join-Path $env:here $_) -Recurse -File } | Where-Object { $_.LastWriteTime -gt $jar } | Select-Object -First 1;" ^
        "if ($new) { exit 1 } else { exit 0 }"
    if errorlevel 1 set "stale=yes"
)
if defined stale (
    echo ekslint: building linter-cli\target\ekslint.jar, which takes a minute the first time 1>&2
    pushd "%here%"
    call mvnw.cmd -q -B -DskipTests package -pl linter-cli -am 1>&2
    if errorlevel 1 (
        popd
        echo ekslint: the build failed; mvnw -DskipTests package -pl linter-cli -am shows why 1>&2
        exit /b 2
    )
    popd
)

rem Reports are UTF-8 whatever the code page of the console is; it gets its own back.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %JAVA_OPTS% -jar "%jar%" %*
set "status=%ERRORLEVEL%"
chcp %codepage% >nul
exit /b %status%
