@echo off
rem Runs ekslint with the Java beside it.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0.."
rem Reports are UTF-8 whatever the code page of the console is; it gets its own back.
for /f "tokens=2 delims=:." %%c in ('chcp') do set "codepage=%%c"
chcp 65001 >nul
"%here%\java\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable "-XX:SharedArchiveFile=%here%\lib\ekslint.jsa" %JAVA_OPTS% -jar "%here%\lib\ekslint.jar" %*
set "status=%ERRORLEVEL%"
chcp %codepage% >nul
exit /b %status%
