@echo off
rem Runs ekslint with the Java beside it.
setlocal
set "home=%~dp0.."
"%home%\java\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable "-XX:SharedArchiveFile=%home%\lib\ekslint.jsa" %JAVA_OPTS% -jar "%home%\lib\ekslint.jar" %*
exit /b %ERRORLEVEL%
