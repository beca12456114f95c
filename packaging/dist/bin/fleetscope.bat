@echo off
rem Starts Fleetscope: finds a Java of version 25 or newer, then runs the jars beside this script.
rem   FLEETSCOPE_JAVA_HOME  the Java to use, before any other
rem   FLEETSCOPE_OPTS       further JVM options, such as -Xmx8g
setlocal
set "FS_HOME=%~dp0.."
set "FS_JAVA="

if defined FLEETSCOPE_JAVA_HOME (
  call :try "%FLEETSCOPE_JAVA_HOME%\bin\java.exe"
  goto found
)
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~$PATH:J"
for %%D in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do (
  for /d %%J in ("%%~D\*") do call :try "%%~J\bin\java.exe"
)

:found
if not defined FS_JAVA (
  echo Fleetscope needs Java 25 or newer: install it ^(for example Eclipse Temurin 25 from https://adoptium.net^) and set FLEETSCOPE_JAVA_HOME or JAVA_HOME to its folder. 1>&2
  exit /b 3
)
rem The AOT cache holds for the Java and the jars it was made with; with others, or without it, all works the same.
set "FS_CACHE=-XX:AOTMode=auto"
if exist "%FS_HOME%\lib\fleetscope.aot" set "FS_CACHE=-XX:AOTCache=%FS_HOME%\lib\fleetscope.aot"
"%FS_JAVA%" -XX:+UseParallelGC -XX:MetaspaceSize=64m "%FS_CACHE%" "-Xlog:aot*=off,cds*=off" --enable-native-access=ALL-UNNAMED "-Dfleetscope.home=%FS_HOME%" %FLEETSCOPE_OPTS% -cp "%FS_HOME%\lib\fleetscope.jar" org.fleetscope.Launcher %*
exit /b %ERRORLEVEL%

rem Takes the Java of the first argument when none is taken yet and its version is 25 or newer.
:try
if defined FS_JAVA exit /b 0
if not exist "%~1" exit /b 0
set "FS_VERSION="
for /f "tokens=3" %%V in ('""%~1" -version 2^>^&1" ^| findstr /i " version "') do if not defined FS_VERSION set "FS_VERSION=%%~V"
for /f "delims=.-+ tokens=1" %%M in ("%FS_VERSION%") do if %%M GEQ 25 set "FS_JAVA=%~1"
exit /b 0
