/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
"use strict";

var $protobuf = require("protobufjs/minimal");

// Common aliases
var $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
var $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $Boolean = $util.global.Boolean, $Array = $util.global.Array, $BigInt = $util.global.BigInt;

// Exported root namespace
var $root = $protobuf.roots["services"] || ($protobuf.roots["services"] = {});

$root.logdog = (function() {

    /**
     * Namespace logdog.
     * @exports logdog
     * @namespace
     */
    var logdog = {};

    logdog.LogStreamState = (function() {

        /**
         * Properties of a LogStreamState.
         * @typedef {Object} logdog.LogStreamState.$Properties
         * @property {string|null} [protoVersion] LogStreamState protoVersion
         * @property {Uint8Array|null} [secret] LogStreamState secret
         * @property {number|Long|null} [terminalIndex] LogStreamState terminalIndex
         * @property {boolean|null} [archived] LogStreamState archived
         * @property {boolean|null} [purged] LogStreamState purged
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogStreamState.
         * @memberof logdog
         * @interface ILogStreamState
         * @augments logdog.LogStreamState.$Properties
         * @deprecated Use logdog.LogStreamState.$Properties instead.
         */

        /**
         * Shape of a LogStreamState.
         * @typedef {logdog.LogStreamState.$Properties} logdog.LogStreamState.$Shape
         */

        /**
         * Constructs a new LogStreamState.
         * @memberof logdog
         * @classdesc Represents a LogStreamState.
         * @constructor
         * @param {logdog.LogStreamState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var LogStreamState = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogStreamState protoVersion.
         * @member {string} protoVersion
         * @memberof logdog.LogStreamState
         * @instance
         */
        LogStreamState.prototype.protoVersion = "";

        /**
         * LogStreamState secret.
         * @member {Uint8Array} secret
         * @memberof logdog.LogStreamState
         * @instance
         */
        LogStreamState.prototype.secret = $util.newBuffer([]);

        /**
         * LogStreamState terminalIndex.
         * @member {number|Long} terminalIndex
         * @memberof logdog.LogStreamState
         * @instance
         */
        LogStreamState.prototype.terminalIndex = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        /**
         * LogStreamState archived.
         * @member {boolean} archived
         * @memberof logdog.LogStreamState
         * @instance
         */
        LogStreamState.prototype.archived = false;

        /**
         * LogStreamState purged.
         * @member {boolean} purged
         * @memberof logdog.LogStreamState
         * @instance
         */
        LogStreamState.prototype.purged = false;

        /**
         * Creates a new LogStreamState instance using the specified properties.
         * @function create
         * @memberof logdog.LogStreamState
         * @static
         * @param {logdog.LogStreamState.$Properties=} [properties] Properties to set
         * @returns {logdog.LogStreamState} LogStreamState instance
         * @type {{
         *   (properties: logdog.LogStreamState.$Shape): logdog.LogStreamState & logdog.LogStreamState.$Shape;
         *   (properties?: logdog.LogStreamState.$Properties): logdog.LogStreamState;
         * }}
         */
        LogStreamState.create = function(properties) {
            return new LogStreamState(properties);
        };

        /**
         * Encodes the specified LogStreamState message. Does not implicitly {@link logdog.LogStreamState.verify|verify} messages.
         * @function encode
         * @memberof logdog.LogStreamState
         * @static
         * @param {logdog.LogStreamState.$Properties} message LogStreamState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogStreamState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion") && message.protoVersion !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.protoVersion);
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.secret);
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex") && (typeof message.terminalIndex === "object" ? message.terminalIndex.low || message.terminalIndex.high : message.terminalIndex !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).int64(message.terminalIndex);
            if (message.archived != null && $Object.hasOwnProperty.call(message, "archived") && message.archived !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.archived);
            if (message.purged != null && $Object.hasOwnProperty.call(message, "purged") && message.purged !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.purged);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogStreamState message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.LogStreamState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.LogStreamState & logdog.LogStreamState.$Shape} LogStreamState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogStreamState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.LogStreamState();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.protoVersion = value;
                        else
                            delete message.protoVersion;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.secret = value;
                        else
                            delete message.secret;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.terminalIndex = value;
                        else
                            delete message.terminalIndex;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.archived = value;
                        else
                            delete message.archived;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.purged = value;
                        else
                            delete message.purged;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a LogStreamState message.
         * @function verify
         * @memberof logdog.LogStreamState
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LogStreamState.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion"))
                if (!$util.isString(message.protoVersion))
                    return "protoVersion: string expected";
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                if (!(message.secret && typeof message.secret.length === "number" || $util.isString(message.secret)))
                    return "secret: buffer expected";
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                if (!$util.isInteger(message.terminalIndex) && !(message.terminalIndex && $util.isInteger(message.terminalIndex.low) && $util.isInteger(message.terminalIndex.high)))
                    return "terminalIndex: integer|Long expected";
            if (message.archived != null && $Object.hasOwnProperty.call(message, "archived"))
                if (typeof message.archived !== "boolean")
                    return "archived: boolean expected";
            if (message.purged != null && $Object.hasOwnProperty.call(message, "purged"))
                if (typeof message.purged !== "boolean")
                    return "purged: boolean expected";
            return null;
        };

        /**
         * Creates a LogStreamState message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.LogStreamState
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.LogStreamState} LogStreamState
         */
        LogStreamState.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.LogStreamState)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.LogStreamState: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.LogStreamState();
            if (object.protoVersion != null)
                if (typeof object.protoVersion !== "string" || object.protoVersion.length)
                    message.protoVersion = $String(object.protoVersion);
            if (object.secret != null)
                if (object.secret.length)
                    if (typeof object.secret === "string")
                        $util.base64.decode(object.secret, message.secret = $util.newBuffer($util.base64.length(object.secret)), 0);
                    else if (object.secret.length >= 0)
                        message.secret = object.secret;
            if (object.terminalIndex != null)
                if (typeof object.terminalIndex === "object" ? object.terminalIndex.low || object.terminalIndex.high : $Number(object.terminalIndex) !== 0)
                    if ($util.Long)
                        message.terminalIndex = $util.Long.fromValue(object.terminalIndex, false);
                    else if (typeof object.terminalIndex === "string")
                        message.terminalIndex = $parseInt(object.terminalIndex, 10);
                    else if (typeof object.terminalIndex === "number")
                        message.terminalIndex = object.terminalIndex;
                    else if (typeof object.terminalIndex === "object")
                        message.terminalIndex = new $util.LongBits(object.terminalIndex.low >>> 0, object.terminalIndex.high >>> 0).toNumber();
            if (object.archived != null)
                if (object.archived)
                    message.archived = $Boolean(object.archived);
            if (object.purged != null)
                if (object.purged)
                    message.purged = $Boolean(object.purged);
            return message;
        };

        /**
         * Creates a plain object from a LogStreamState message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.LogStreamState
         * @static
         * @param {logdog.LogStreamState} message LogStreamState
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LogStreamState.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.protoVersion = "";
                if (options.bytes === $String)
                    object.secret = "";
                else {
                    object.secret = [];
                    if (options.bytes !== $Array)
                        object.secret = $util.newBuffer(object.secret);
                }
                if ($util.Long) {
                    var long = new $util.Long(0, 0, false);
                    object.terminalIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.terminalIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                object.archived = false;
                object.purged = false;
            }
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion"))
                object.protoVersion = message.protoVersion;
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                object.secret = options.bytes === $String ? $util.base64.encode(message.secret, 0, message.secret.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.secret) : message.secret;
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.terminalIndex = typeof message.terminalIndex === "number" ? $BigInt(message.terminalIndex) : $util.Long.fromBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0, false).toBigInt();
                else if (typeof message.terminalIndex === "number")
                    object.terminalIndex = options.longs === $String ? $String(message.terminalIndex) : message.terminalIndex;
                else
                    object.terminalIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.terminalIndex) : options.longs === $Number ? new $util.LongBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0).toNumber() : message.terminalIndex;
            if (message.archived != null && $Object.hasOwnProperty.call(message, "archived"))
                object.archived = message.archived;
            if (message.purged != null && $Object.hasOwnProperty.call(message, "purged"))
                object.purged = message.purged;
            return object;
        };

        /**
         * Converts this LogStreamState to JSON.
         * @function toJSON
         * @memberof logdog.LogStreamState
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LogStreamState.prototype.toJSON = function() {
            return LogStreamState.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LogStreamState
         * @function getTypeUrl
         * @memberof logdog.LogStreamState
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LogStreamState.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.LogStreamState";
        };

        return LogStreamState;
    })();

    logdog.Error = (function() {

        /**
         * Properties of an Error.
         * @typedef {Object} logdog.Error.$Properties
         * @property {number|null} [grpcCode] Error grpcCode
         * @property {boolean|null} [transient] Error transient
         * @property {string|null} [msg] Error msg
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Error.
         * @memberof logdog
         * @interface IError
         * @augments logdog.Error.$Properties
         * @deprecated Use logdog.Error.$Properties instead.
         */

        /**
         * Shape of an Error.
         * @typedef {logdog.Error.$Properties} logdog.Error.$Shape
         */

        /**
         * Constructs a new Error.
         * @memberof logdog
         * @classdesc Represents an Error.
         * @constructor
         * @param {logdog.Error.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var Error = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Error grpcCode.
         * @member {number} grpcCode
         * @memberof logdog.Error
         * @instance
         */
        Error.prototype.grpcCode = 0;

        /**
         * Error transient.
         * @member {boolean} transient
         * @memberof logdog.Error
         * @instance
         */
        Error.prototype.transient = false;

        /**
         * Error msg.
         * @member {string} msg
         * @memberof logdog.Error
         * @instance
         */
        Error.prototype.msg = "";

        /**
         * Creates a new Error instance using the specified properties.
         * @function create
         * @memberof logdog.Error
         * @static
         * @param {logdog.Error.$Properties=} [properties] Properties to set
         * @returns {logdog.Error} Error instance
         * @type {{
         *   (properties: logdog.Error.$Shape): logdog.Error & logdog.Error.$Shape;
         *   (properties?: logdog.Error.$Properties): logdog.Error;
         * }}
         */
        Error.create = function(properties) {
            return new Error(properties);
        };

        /**
         * Encodes the specified Error message. Does not implicitly {@link logdog.Error.verify|verify} messages.
         * @function encode
         * @memberof logdog.Error
         * @static
         * @param {logdog.Error.$Properties} message Error message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Error.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.grpcCode != null && $Object.hasOwnProperty.call(message, "grpcCode") && message.grpcCode !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.grpcCode);
            if (message.transient != null && $Object.hasOwnProperty.call(message, "transient") && message.transient !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.transient);
            if (message.msg != null && $Object.hasOwnProperty.call(message, "msg") && message.msg !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.msg);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Error message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.Error
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.Error & logdog.Error.$Shape} Error
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Error.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.Error();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.grpcCode = value;
                        else
                            delete message.grpcCode;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.transient = value;
                        else
                            delete message.transient;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.msg = value;
                        else
                            delete message.msg;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an Error message.
         * @function verify
         * @memberof logdog.Error
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Error.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.grpcCode != null && $Object.hasOwnProperty.call(message, "grpcCode"))
                if (!$util.isInteger(message.grpcCode))
                    return "grpcCode: integer expected";
            if (message.transient != null && $Object.hasOwnProperty.call(message, "transient"))
                if (typeof message.transient !== "boolean")
                    return "transient: boolean expected";
            if (message.msg != null && $Object.hasOwnProperty.call(message, "msg"))
                if (!$util.isString(message.msg))
                    return "msg: string expected";
            return null;
        };

        /**
         * Creates an Error message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.Error
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.Error} Error
         */
        Error.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.Error)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.Error: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.Error();
            if (object.grpcCode != null)
                if ($Number(object.grpcCode) !== 0)
                    message.grpcCode = object.grpcCode | 0;
            if (object.transient != null)
                if (object.transient)
                    message.transient = $Boolean(object.transient);
            if (object.msg != null)
                if (typeof object.msg !== "string" || object.msg.length)
                    message.msg = $String(object.msg);
            return message;
        };

        /**
         * Creates a plain object from an Error message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.Error
         * @static
         * @param {logdog.Error} message Error
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Error.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.grpcCode = 0;
                object.transient = false;
                object.msg = "";
            }
            if (message.grpcCode != null && $Object.hasOwnProperty.call(message, "grpcCode"))
                object.grpcCode = message.grpcCode;
            if (message.transient != null && $Object.hasOwnProperty.call(message, "transient"))
                object.transient = message.transient;
            if (message.msg != null && $Object.hasOwnProperty.call(message, "msg"))
                object.msg = message.msg;
            return object;
        };

        /**
         * Converts this Error to JSON.
         * @function toJSON
         * @memberof logdog.Error
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Error.prototype.toJSON = function() {
            return Error.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Error
         * @function getTypeUrl
         * @memberof logdog.Error
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Error.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.Error";
        };

        return Error;
    })();

    logdog.RegisterStreamRequest = (function() {

        /**
         * Properties of a RegisterStreamRequest.
         * @typedef {Object} logdog.RegisterStreamRequest.$Properties
         * @property {string|null} [project] RegisterStreamRequest project
         * @property {Uint8Array|null} [secret] RegisterStreamRequest secret
         * @property {string|null} [protoVersion] RegisterStreamRequest protoVersion
         * @property {Uint8Array|null} [desc] RegisterStreamRequest desc
         * @property {number|Long|null} [terminalIndex] RegisterStreamRequest terminalIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RegisterStreamRequest.
         * @memberof logdog
         * @interface IRegisterStreamRequest
         * @augments logdog.RegisterStreamRequest.$Properties
         * @deprecated Use logdog.RegisterStreamRequest.$Properties instead.
         */

        /**
         * Shape of a RegisterStreamRequest.
         * @typedef {logdog.RegisterStreamRequest.$Properties} logdog.RegisterStreamRequest.$Shape
         */

        /**
         * Constructs a new RegisterStreamRequest.
         * @memberof logdog
         * @classdesc Represents a RegisterStreamRequest.
         * @constructor
         * @param {logdog.RegisterStreamRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var RegisterStreamRequest = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RegisterStreamRequest project.
         * @member {string} project
         * @memberof logdog.RegisterStreamRequest
         * @instance
         */
        RegisterStreamRequest.prototype.project = "";

        /**
         * RegisterStreamRequest secret.
         * @member {Uint8Array} secret
         * @memberof logdog.RegisterStreamRequest
         * @instance
         */
        RegisterStreamRequest.prototype.secret = $util.newBuffer([]);

        /**
         * RegisterStreamRequest protoVersion.
         * @member {string} protoVersion
         * @memberof logdog.RegisterStreamRequest
         * @instance
         */
        RegisterStreamRequest.prototype.protoVersion = "";

        /**
         * RegisterStreamRequest desc.
         * @member {Uint8Array} desc
         * @memberof logdog.RegisterStreamRequest
         * @instance
         */
        RegisterStreamRequest.prototype.desc = $util.newBuffer([]);

        /**
         * RegisterStreamRequest terminalIndex.
         * @member {number|Long} terminalIndex
         * @memberof logdog.RegisterStreamRequest
         * @instance
         */
        RegisterStreamRequest.prototype.terminalIndex = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        /**
         * Creates a new RegisterStreamRequest instance using the specified properties.
         * @function create
         * @memberof logdog.RegisterStreamRequest
         * @static
         * @param {logdog.RegisterStreamRequest.$Properties=} [properties] Properties to set
         * @returns {logdog.RegisterStreamRequest} RegisterStreamRequest instance
         * @type {{
         *   (properties: logdog.RegisterStreamRequest.$Shape): logdog.RegisterStreamRequest & logdog.RegisterStreamRequest.$Shape;
         *   (properties?: logdog.RegisterStreamRequest.$Properties): logdog.RegisterStreamRequest;
         * }}
         */
        RegisterStreamRequest.create = function(properties) {
            return new RegisterStreamRequest(properties);
        };

        /**
         * Encodes the specified RegisterStreamRequest message. Does not implicitly {@link logdog.RegisterStreamRequest.verify|verify} messages.
         * @function encode
         * @memberof logdog.RegisterStreamRequest
         * @static
         * @param {logdog.RegisterStreamRequest.$Properties} message RegisterStreamRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RegisterStreamRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.project != null && $Object.hasOwnProperty.call(message, "project") && message.project !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.project);
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.secret);
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion") && message.protoVersion !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.protoVersion);
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc") && message.desc.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.desc);
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex") && (typeof message.terminalIndex === "object" ? message.terminalIndex.low || message.terminalIndex.high : message.terminalIndex !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).int64(message.terminalIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RegisterStreamRequest message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.RegisterStreamRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.RegisterStreamRequest & logdog.RegisterStreamRequest.$Shape} RegisterStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RegisterStreamRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.RegisterStreamRequest();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.project = value;
                        else
                            delete message.project;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.secret = value;
                        else
                            delete message.secret;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.protoVersion = value;
                        else
                            delete message.protoVersion;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.desc = value;
                        else
                            delete message.desc;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.terminalIndex = value;
                        else
                            delete message.terminalIndex;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a RegisterStreamRequest message.
         * @function verify
         * @memberof logdog.RegisterStreamRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        RegisterStreamRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                if (!$util.isString(message.project))
                    return "project: string expected";
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                if (!(message.secret && typeof message.secret.length === "number" || $util.isString(message.secret)))
                    return "secret: buffer expected";
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion"))
                if (!$util.isString(message.protoVersion))
                    return "protoVersion: string expected";
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                if (!(message.desc && typeof message.desc.length === "number" || $util.isString(message.desc)))
                    return "desc: buffer expected";
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                if (!$util.isInteger(message.terminalIndex) && !(message.terminalIndex && $util.isInteger(message.terminalIndex.low) && $util.isInteger(message.terminalIndex.high)))
                    return "terminalIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates a RegisterStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.RegisterStreamRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.RegisterStreamRequest} RegisterStreamRequest
         */
        RegisterStreamRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.RegisterStreamRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.RegisterStreamRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.RegisterStreamRequest();
            if (object.project != null)
                if (typeof object.project !== "string" || object.project.length)
                    message.project = $String(object.project);
            if (object.secret != null)
                if (object.secret.length)
                    if (typeof object.secret === "string")
                        $util.base64.decode(object.secret, message.secret = $util.newBuffer($util.base64.length(object.secret)), 0);
                    else if (object.secret.length >= 0)
                        message.secret = object.secret;
            if (object.protoVersion != null)
                if (typeof object.protoVersion !== "string" || object.protoVersion.length)
                    message.protoVersion = $String(object.protoVersion);
            if (object.desc != null)
                if (object.desc.length)
                    if (typeof object.desc === "string")
                        $util.base64.decode(object.desc, message.desc = $util.newBuffer($util.base64.length(object.desc)), 0);
                    else if (object.desc.length >= 0)
                        message.desc = object.desc;
            if (object.terminalIndex != null)
                if (typeof object.terminalIndex === "object" ? object.terminalIndex.low || object.terminalIndex.high : $Number(object.terminalIndex) !== 0)
                    if ($util.Long)
                        message.terminalIndex = $util.Long.fromValue(object.terminalIndex, false);
                    else if (typeof object.terminalIndex === "string")
                        message.terminalIndex = $parseInt(object.terminalIndex, 10);
                    else if (typeof object.terminalIndex === "number")
                        message.terminalIndex = object.terminalIndex;
                    else if (typeof object.terminalIndex === "object")
                        message.terminalIndex = new $util.LongBits(object.terminalIndex.low >>> 0, object.terminalIndex.high >>> 0).toNumber();
            return message;
        };

        /**
         * Creates a plain object from a RegisterStreamRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.RegisterStreamRequest
         * @static
         * @param {logdog.RegisterStreamRequest} message RegisterStreamRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        RegisterStreamRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.project = "";
                if (options.bytes === $String)
                    object.secret = "";
                else {
                    object.secret = [];
                    if (options.bytes !== $Array)
                        object.secret = $util.newBuffer(object.secret);
                }
                object.protoVersion = "";
                if (options.bytes === $String)
                    object.desc = "";
                else {
                    object.desc = [];
                    if (options.bytes !== $Array)
                        object.desc = $util.newBuffer(object.desc);
                }
                if ($util.Long) {
                    var long = new $util.Long(0, 0, false);
                    object.terminalIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.terminalIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                object.project = message.project;
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                object.secret = options.bytes === $String ? $util.base64.encode(message.secret, 0, message.secret.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.secret) : message.secret;
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion"))
                object.protoVersion = message.protoVersion;
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                object.desc = options.bytes === $String ? $util.base64.encode(message.desc, 0, message.desc.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.desc) : message.desc;
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.terminalIndex = typeof message.terminalIndex === "number" ? $BigInt(message.terminalIndex) : $util.Long.fromBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0, false).toBigInt();
                else if (typeof message.terminalIndex === "number")
                    object.terminalIndex = options.longs === $String ? $String(message.terminalIndex) : message.terminalIndex;
                else
                    object.terminalIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.terminalIndex) : options.longs === $Number ? new $util.LongBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0).toNumber() : message.terminalIndex;
            return object;
        };

        /**
         * Converts this RegisterStreamRequest to JSON.
         * @function toJSON
         * @memberof logdog.RegisterStreamRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        RegisterStreamRequest.prototype.toJSON = function() {
            return RegisterStreamRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for RegisterStreamRequest
         * @function getTypeUrl
         * @memberof logdog.RegisterStreamRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        RegisterStreamRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.RegisterStreamRequest";
        };

        return RegisterStreamRequest;
    })();

    logdog.RegisterStreamResponse = (function() {

        /**
         * Properties of a RegisterStreamResponse.
         * @typedef {Object} logdog.RegisterStreamResponse.$Properties
         * @property {string|null} [id] RegisterStreamResponse id
         * @property {logdog.LogStreamState.$Properties|null} [state] RegisterStreamResponse state
         * @property {logdog.Error.$Properties|null} [error] RegisterStreamResponse error
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a RegisterStreamResponse.
         * @memberof logdog
         * @interface IRegisterStreamResponse
         * @augments logdog.RegisterStreamResponse.$Properties
         * @deprecated Use logdog.RegisterStreamResponse.$Properties instead.
         */

        /**
         * Shape of a RegisterStreamResponse.
         * @typedef {logdog.RegisterStreamResponse.$Properties} logdog.RegisterStreamResponse.$Shape
         */

        /**
         * Constructs a new RegisterStreamResponse.
         * @memberof logdog
         * @classdesc Represents a RegisterStreamResponse.
         * @constructor
         * @param {logdog.RegisterStreamResponse.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var RegisterStreamResponse = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * RegisterStreamResponse id.
         * @member {string} id
         * @memberof logdog.RegisterStreamResponse
         * @instance
         */
        RegisterStreamResponse.prototype.id = "";

        /**
         * RegisterStreamResponse state.
         * @member {logdog.LogStreamState.$Properties|null|undefined} state
         * @memberof logdog.RegisterStreamResponse
         * @instance
         */
        RegisterStreamResponse.prototype.state = null;

        /**
         * RegisterStreamResponse error.
         * @member {logdog.Error.$Properties|null|undefined} error
         * @memberof logdog.RegisterStreamResponse
         * @instance
         */
        RegisterStreamResponse.prototype.error = null;

        /**
         * Creates a new RegisterStreamResponse instance using the specified properties.
         * @function create
         * @memberof logdog.RegisterStreamResponse
         * @static
         * @param {logdog.RegisterStreamResponse.$Properties=} [properties] Properties to set
         * @returns {logdog.RegisterStreamResponse} RegisterStreamResponse instance
         * @type {{
         *   (properties: logdog.RegisterStreamResponse.$Shape): logdog.RegisterStreamResponse & logdog.RegisterStreamResponse.$Shape;
         *   (properties?: logdog.RegisterStreamResponse.$Properties): logdog.RegisterStreamResponse;
         * }}
         */
        RegisterStreamResponse.create = function(properties) {
            return new RegisterStreamResponse(properties);
        };

        /**
         * Encodes the specified RegisterStreamResponse message. Does not implicitly {@link logdog.RegisterStreamResponse.verify|verify} messages.
         * @function encode
         * @memberof logdog.RegisterStreamResponse
         * @static
         * @param {logdog.RegisterStreamResponse.$Properties} message RegisterStreamResponse message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        RegisterStreamResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.id);
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                $root.logdog.LogStreamState.encode(message.state, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                $root.logdog.Error.encode(message.error, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a RegisterStreamResponse message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.RegisterStreamResponse
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.RegisterStreamResponse & logdog.RegisterStreamResponse.$Shape} RegisterStreamResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        RegisterStreamResponse.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.RegisterStreamResponse();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.state = $root.logdog.LogStreamState.decode(reader, reader.size(), $undefined, _depth + 1, message.state);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.error = $root.logdog.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.error);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a RegisterStreamResponse message.
         * @function verify
         * @memberof logdog.RegisterStreamResponse
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        RegisterStreamResponse.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.state != null && $Object.hasOwnProperty.call(message, "state")) {
                var error = $root.logdog.LogStreamState.verify(message.state, _depth + 1);
                if (error)
                    return "state." + error;
            }
            if (message.error != null && $Object.hasOwnProperty.call(message, "error")) {
                var error = $root.logdog.Error.verify(message.error, _depth + 1);
                if (error)
                    return "error." + error;
            }
            return null;
        };

        /**
         * Creates a RegisterStreamResponse message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.RegisterStreamResponse
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.RegisterStreamResponse} RegisterStreamResponse
         */
        RegisterStreamResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.RegisterStreamResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.RegisterStreamResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.RegisterStreamResponse();
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.state != null) {
                if (!$util.isObject(object.state))
                    throw $TypeError(".logdog.RegisterStreamResponse.state: object expected");
                message.state = $root.logdog.LogStreamState.fromObject(object.state, _depth + 1);
            }
            if (object.error != null) {
                if (!$util.isObject(object.error))
                    throw $TypeError(".logdog.RegisterStreamResponse.error: object expected");
                message.error = $root.logdog.Error.fromObject(object.error, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a RegisterStreamResponse message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.RegisterStreamResponse
         * @static
         * @param {logdog.RegisterStreamResponse} message RegisterStreamResponse
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        RegisterStreamResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.id = "";
                object.state = null;
                object.error = null;
            }
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                object.state = $root.logdog.LogStreamState.toObject(message.state, options, _depth + 1);
            if (message.error != null && $Object.hasOwnProperty.call(message, "error"))
                object.error = $root.logdog.Error.toObject(message.error, options, _depth + 1);
            return object;
        };

        /**
         * Converts this RegisterStreamResponse to JSON.
         * @function toJSON
         * @memberof logdog.RegisterStreamResponse
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        RegisterStreamResponse.prototype.toJSON = function() {
            return RegisterStreamResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for RegisterStreamResponse
         * @function getTypeUrl
         * @memberof logdog.RegisterStreamResponse
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        RegisterStreamResponse.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.RegisterStreamResponse";
        };

        return RegisterStreamResponse;
    })();

    logdog.LoadStreamRequest = (function() {

        /**
         * Properties of a LoadStreamRequest.
         * @typedef {Object} logdog.LoadStreamRequest.$Properties
         * @property {string|null} [project] LoadStreamRequest project
         * @property {string|null} [id] LoadStreamRequest id
         * @property {boolean|null} [desc] LoadStreamRequest desc
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LoadStreamRequest.
         * @memberof logdog
         * @interface ILoadStreamRequest
         * @augments logdog.LoadStreamRequest.$Properties
         * @deprecated Use logdog.LoadStreamRequest.$Properties instead.
         */

        /**
         * Shape of a LoadStreamRequest.
         * @typedef {logdog.LoadStreamRequest.$Properties} logdog.LoadStreamRequest.$Shape
         */

        /**
         * Constructs a new LoadStreamRequest.
         * @memberof logdog
         * @classdesc Represents a LoadStreamRequest.
         * @constructor
         * @param {logdog.LoadStreamRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var LoadStreamRequest = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LoadStreamRequest project.
         * @member {string} project
         * @memberof logdog.LoadStreamRequest
         * @instance
         */
        LoadStreamRequest.prototype.project = "";

        /**
         * LoadStreamRequest id.
         * @member {string} id
         * @memberof logdog.LoadStreamRequest
         * @instance
         */
        LoadStreamRequest.prototype.id = "";

        /**
         * LoadStreamRequest desc.
         * @member {boolean} desc
         * @memberof logdog.LoadStreamRequest
         * @instance
         */
        LoadStreamRequest.prototype.desc = false;

        /**
         * Creates a new LoadStreamRequest instance using the specified properties.
         * @function create
         * @memberof logdog.LoadStreamRequest
         * @static
         * @param {logdog.LoadStreamRequest.$Properties=} [properties] Properties to set
         * @returns {logdog.LoadStreamRequest} LoadStreamRequest instance
         * @type {{
         *   (properties: logdog.LoadStreamRequest.$Shape): logdog.LoadStreamRequest & logdog.LoadStreamRequest.$Shape;
         *   (properties?: logdog.LoadStreamRequest.$Properties): logdog.LoadStreamRequest;
         * }}
         */
        LoadStreamRequest.create = function(properties) {
            return new LoadStreamRequest(properties);
        };

        /**
         * Encodes the specified LoadStreamRequest message. Does not implicitly {@link logdog.LoadStreamRequest.verify|verify} messages.
         * @function encode
         * @memberof logdog.LoadStreamRequest
         * @static
         * @param {logdog.LoadStreamRequest.$Properties} message LoadStreamRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LoadStreamRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.project != null && $Object.hasOwnProperty.call(message, "project") && message.project !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.project);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc") && message.desc !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.desc);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LoadStreamRequest message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.LoadStreamRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.LoadStreamRequest & logdog.LoadStreamRequest.$Shape} LoadStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LoadStreamRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.LoadStreamRequest();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.project = value;
                        else
                            delete message.project;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.desc = value;
                        else
                            delete message.desc;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a LoadStreamRequest message.
         * @function verify
         * @memberof logdog.LoadStreamRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LoadStreamRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                if (!$util.isString(message.project))
                    return "project: string expected";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                if (typeof message.desc !== "boolean")
                    return "desc: boolean expected";
            return null;
        };

        /**
         * Creates a LoadStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.LoadStreamRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.LoadStreamRequest} LoadStreamRequest
         */
        LoadStreamRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.LoadStreamRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.LoadStreamRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.LoadStreamRequest();
            if (object.project != null)
                if (typeof object.project !== "string" || object.project.length)
                    message.project = $String(object.project);
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.desc != null)
                if (object.desc)
                    message.desc = $Boolean(object.desc);
            return message;
        };

        /**
         * Creates a plain object from a LoadStreamRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.LoadStreamRequest
         * @static
         * @param {logdog.LoadStreamRequest} message LoadStreamRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LoadStreamRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.project = "";
                object.id = "";
                object.desc = false;
            }
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                object.project = message.project;
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                object.desc = message.desc;
            return object;
        };

        /**
         * Converts this LoadStreamRequest to JSON.
         * @function toJSON
         * @memberof logdog.LoadStreamRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LoadStreamRequest.prototype.toJSON = function() {
            return LoadStreamRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LoadStreamRequest
         * @function getTypeUrl
         * @memberof logdog.LoadStreamRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LoadStreamRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.LoadStreamRequest";
        };

        return LoadStreamRequest;
    })();

    logdog.LoadStreamResponse = (function() {

        /**
         * Properties of a LoadStreamResponse.
         * @typedef {Object} logdog.LoadStreamResponse.$Properties
         * @property {logdog.LogStreamState.$Properties|null} [state] LoadStreamResponse state
         * @property {Uint8Array|null} [desc] LoadStreamResponse desc
         * @property {google.protobuf.Duration.$Properties|null} [age] LoadStreamResponse age
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LoadStreamResponse.
         * @memberof logdog
         * @interface ILoadStreamResponse
         * @augments logdog.LoadStreamResponse.$Properties
         * @deprecated Use logdog.LoadStreamResponse.$Properties instead.
         */

        /**
         * Shape of a LoadStreamResponse.
         * @typedef {logdog.LoadStreamResponse.$Properties} logdog.LoadStreamResponse.$Shape
         */

        /**
         * Constructs a new LoadStreamResponse.
         * @memberof logdog
         * @classdesc Represents a LoadStreamResponse.
         * @constructor
         * @param {logdog.LoadStreamResponse.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var LoadStreamResponse = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LoadStreamResponse state.
         * @member {logdog.LogStreamState.$Properties|null|undefined} state
         * @memberof logdog.LoadStreamResponse
         * @instance
         */
        LoadStreamResponse.prototype.state = null;

        /**
         * LoadStreamResponse desc.
         * @member {Uint8Array} desc
         * @memberof logdog.LoadStreamResponse
         * @instance
         */
        LoadStreamResponse.prototype.desc = $util.newBuffer([]);

        /**
         * LoadStreamResponse age.
         * @member {google.protobuf.Duration.$Properties|null|undefined} age
         * @memberof logdog.LoadStreamResponse
         * @instance
         */
        LoadStreamResponse.prototype.age = null;

        /**
         * Creates a new LoadStreamResponse instance using the specified properties.
         * @function create
         * @memberof logdog.LoadStreamResponse
         * @static
         * @param {logdog.LoadStreamResponse.$Properties=} [properties] Properties to set
         * @returns {logdog.LoadStreamResponse} LoadStreamResponse instance
         * @type {{
         *   (properties: logdog.LoadStreamResponse.$Shape): logdog.LoadStreamResponse & logdog.LoadStreamResponse.$Shape;
         *   (properties?: logdog.LoadStreamResponse.$Properties): logdog.LoadStreamResponse;
         * }}
         */
        LoadStreamResponse.create = function(properties) {
            return new LoadStreamResponse(properties);
        };

        /**
         * Encodes the specified LoadStreamResponse message. Does not implicitly {@link logdog.LoadStreamResponse.verify|verify} messages.
         * @function encode
         * @memberof logdog.LoadStreamResponse
         * @static
         * @param {logdog.LoadStreamResponse.$Properties} message LoadStreamResponse message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LoadStreamResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                $root.logdog.LogStreamState.encode(message.state, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc") && message.desc.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.desc);
            if (message.age != null && $Object.hasOwnProperty.call(message, "age"))
                $root.google.protobuf.Duration.encode(message.age, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LoadStreamResponse message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.LoadStreamResponse
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.LoadStreamResponse & logdog.LoadStreamResponse.$Shape} LoadStreamResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LoadStreamResponse.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.LoadStreamResponse();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.state = $root.logdog.LogStreamState.decode(reader, reader.size(), $undefined, _depth + 1, message.state);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.desc = value;
                        else
                            delete message.desc;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.age = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.age);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a LoadStreamResponse message.
         * @function verify
         * @memberof logdog.LoadStreamResponse
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LoadStreamResponse.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.state != null && $Object.hasOwnProperty.call(message, "state")) {
                var error = $root.logdog.LogStreamState.verify(message.state, _depth + 1);
                if (error)
                    return "state." + error;
            }
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                if (!(message.desc && typeof message.desc.length === "number" || $util.isString(message.desc)))
                    return "desc: buffer expected";
            if (message.age != null && $Object.hasOwnProperty.call(message, "age")) {
                var error = $root.google.protobuf.Duration.verify(message.age, _depth + 1);
                if (error)
                    return "age." + error;
            }
            return null;
        };

        /**
         * Creates a LoadStreamResponse message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.LoadStreamResponse
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.LoadStreamResponse} LoadStreamResponse
         */
        LoadStreamResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.LoadStreamResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.LoadStreamResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.LoadStreamResponse();
            if (object.state != null) {
                if (!$util.isObject(object.state))
                    throw $TypeError(".logdog.LoadStreamResponse.state: object expected");
                message.state = $root.logdog.LogStreamState.fromObject(object.state, _depth + 1);
            }
            if (object.desc != null)
                if (object.desc.length)
                    if (typeof object.desc === "string")
                        $util.base64.decode(object.desc, message.desc = $util.newBuffer($util.base64.length(object.desc)), 0);
                    else if (object.desc.length >= 0)
                        message.desc = object.desc;
            if (object.age != null) {
                if (!$util.isObject(object.age))
                    throw $TypeError(".logdog.LoadStreamResponse.age: object expected");
                message.age = $root.google.protobuf.Duration.fromObject(object.age, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a LoadStreamResponse message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.LoadStreamResponse
         * @static
         * @param {logdog.LoadStreamResponse} message LoadStreamResponse
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LoadStreamResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.state = null;
                if (options.bytes === $String)
                    object.desc = "";
                else {
                    object.desc = [];
                    if (options.bytes !== $Array)
                        object.desc = $util.newBuffer(object.desc);
                }
                object.age = null;
            }
            if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                object.state = $root.logdog.LogStreamState.toObject(message.state, options, _depth + 1);
            if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                object.desc = options.bytes === $String ? $util.base64.encode(message.desc, 0, message.desc.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.desc) : message.desc;
            if (message.age != null && $Object.hasOwnProperty.call(message, "age"))
                object.age = $root.google.protobuf.Duration.toObject(message.age, options, _depth + 1);
            return object;
        };

        /**
         * Converts this LoadStreamResponse to JSON.
         * @function toJSON
         * @memberof logdog.LoadStreamResponse
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LoadStreamResponse.prototype.toJSON = function() {
            return LoadStreamResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LoadStreamResponse
         * @function getTypeUrl
         * @memberof logdog.LoadStreamResponse
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LoadStreamResponse.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.LoadStreamResponse";
        };

        return LoadStreamResponse;
    })();

    logdog.TerminateStreamRequest = (function() {

        /**
         * Properties of a TerminateStreamRequest.
         * @typedef {Object} logdog.TerminateStreamRequest.$Properties
         * @property {string|null} [project] TerminateStreamRequest project
         * @property {string|null} [id] TerminateStreamRequest id
         * @property {Uint8Array|null} [secret] TerminateStreamRequest secret
         * @property {number|Long|null} [terminalIndex] TerminateStreamRequest terminalIndex
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TerminateStreamRequest.
         * @memberof logdog
         * @interface ITerminateStreamRequest
         * @augments logdog.TerminateStreamRequest.$Properties
         * @deprecated Use logdog.TerminateStreamRequest.$Properties instead.
         */

        /**
         * Shape of a TerminateStreamRequest.
         * @typedef {logdog.TerminateStreamRequest.$Properties} logdog.TerminateStreamRequest.$Shape
         */

        /**
         * Constructs a new TerminateStreamRequest.
         * @memberof logdog
         * @classdesc Represents a TerminateStreamRequest.
         * @constructor
         * @param {logdog.TerminateStreamRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var TerminateStreamRequest = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TerminateStreamRequest project.
         * @member {string} project
         * @memberof logdog.TerminateStreamRequest
         * @instance
         */
        TerminateStreamRequest.prototype.project = "";

        /**
         * TerminateStreamRequest id.
         * @member {string} id
         * @memberof logdog.TerminateStreamRequest
         * @instance
         */
        TerminateStreamRequest.prototype.id = "";

        /**
         * TerminateStreamRequest secret.
         * @member {Uint8Array} secret
         * @memberof logdog.TerminateStreamRequest
         * @instance
         */
        TerminateStreamRequest.prototype.secret = $util.newBuffer([]);

        /**
         * TerminateStreamRequest terminalIndex.
         * @member {number|Long} terminalIndex
         * @memberof logdog.TerminateStreamRequest
         * @instance
         */
        TerminateStreamRequest.prototype.terminalIndex = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        /**
         * Creates a new TerminateStreamRequest instance using the specified properties.
         * @function create
         * @memberof logdog.TerminateStreamRequest
         * @static
         * @param {logdog.TerminateStreamRequest.$Properties=} [properties] Properties to set
         * @returns {logdog.TerminateStreamRequest} TerminateStreamRequest instance
         * @type {{
         *   (properties: logdog.TerminateStreamRequest.$Shape): logdog.TerminateStreamRequest & logdog.TerminateStreamRequest.$Shape;
         *   (properties?: logdog.TerminateStreamRequest.$Properties): logdog.TerminateStreamRequest;
         * }}
         */
        TerminateStreamRequest.create = function(properties) {
            return new TerminateStreamRequest(properties);
        };

        /**
         * Encodes the specified TerminateStreamRequest message. Does not implicitly {@link logdog.TerminateStreamRequest.verify|verify} messages.
         * @function encode
         * @memberof logdog.TerminateStreamRequest
         * @static
         * @param {logdog.TerminateStreamRequest.$Properties} message TerminateStreamRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TerminateStreamRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.project != null && $Object.hasOwnProperty.call(message, "project") && message.project !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.project);
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && message.id !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.id);
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.secret);
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex") && (typeof message.terminalIndex === "object" ? message.terminalIndex.low || message.terminalIndex.high : message.terminalIndex !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).int64(message.terminalIndex);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TerminateStreamRequest message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.TerminateStreamRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.TerminateStreamRequest & logdog.TerminateStreamRequest.$Shape} TerminateStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TerminateStreamRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.TerminateStreamRequest();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.project = value;
                        else
                            delete message.project;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.secret = value;
                        else
                            delete message.secret;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                            message.terminalIndex = value;
                        else
                            delete message.terminalIndex;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a TerminateStreamRequest message.
         * @function verify
         * @memberof logdog.TerminateStreamRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        TerminateStreamRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                if (!$util.isString(message.project))
                    return "project: string expected";
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                if (!$util.isString(message.id))
                    return "id: string expected";
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                if (!(message.secret && typeof message.secret.length === "number" || $util.isString(message.secret)))
                    return "secret: buffer expected";
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                if (!$util.isInteger(message.terminalIndex) && !(message.terminalIndex && $util.isInteger(message.terminalIndex.low) && $util.isInteger(message.terminalIndex.high)))
                    return "terminalIndex: integer|Long expected";
            return null;
        };

        /**
         * Creates a TerminateStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.TerminateStreamRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.TerminateStreamRequest} TerminateStreamRequest
         */
        TerminateStreamRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.TerminateStreamRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.TerminateStreamRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.TerminateStreamRequest();
            if (object.project != null)
                if (typeof object.project !== "string" || object.project.length)
                    message.project = $String(object.project);
            if (object.id != null)
                if (typeof object.id !== "string" || object.id.length)
                    message.id = $String(object.id);
            if (object.secret != null)
                if (object.secret.length)
                    if (typeof object.secret === "string")
                        $util.base64.decode(object.secret, message.secret = $util.newBuffer($util.base64.length(object.secret)), 0);
                    else if (object.secret.length >= 0)
                        message.secret = object.secret;
            if (object.terminalIndex != null)
                if (typeof object.terminalIndex === "object" ? object.terminalIndex.low || object.terminalIndex.high : $Number(object.terminalIndex) !== 0)
                    if ($util.Long)
                        message.terminalIndex = $util.Long.fromValue(object.terminalIndex, false);
                    else if (typeof object.terminalIndex === "string")
                        message.terminalIndex = $parseInt(object.terminalIndex, 10);
                    else if (typeof object.terminalIndex === "number")
                        message.terminalIndex = object.terminalIndex;
                    else if (typeof object.terminalIndex === "object")
                        message.terminalIndex = new $util.LongBits(object.terminalIndex.low >>> 0, object.terminalIndex.high >>> 0).toNumber();
            return message;
        };

        /**
         * Creates a plain object from a TerminateStreamRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.TerminateStreamRequest
         * @static
         * @param {logdog.TerminateStreamRequest} message TerminateStreamRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        TerminateStreamRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.project = "";
                object.id = "";
                if (options.bytes === $String)
                    object.secret = "";
                else {
                    object.secret = [];
                    if (options.bytes !== $Array)
                        object.secret = $util.newBuffer(object.secret);
                }
                if ($util.Long) {
                    var long = new $util.Long(0, 0, false);
                    object.terminalIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.terminalIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                object.project = message.project;
            if (message.id != null && $Object.hasOwnProperty.call(message, "id"))
                object.id = message.id;
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                object.secret = options.bytes === $String ? $util.base64.encode(message.secret, 0, message.secret.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.secret) : message.secret;
            if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.terminalIndex = typeof message.terminalIndex === "number" ? $BigInt(message.terminalIndex) : $util.Long.fromBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0, false).toBigInt();
                else if (typeof message.terminalIndex === "number")
                    object.terminalIndex = options.longs === $String ? $String(message.terminalIndex) : message.terminalIndex;
                else
                    object.terminalIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.terminalIndex) : options.longs === $Number ? new $util.LongBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0).toNumber() : message.terminalIndex;
            return object;
        };

        /**
         * Converts this TerminateStreamRequest to JSON.
         * @function toJSON
         * @memberof logdog.TerminateStreamRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        TerminateStreamRequest.prototype.toJSON = function() {
            return TerminateStreamRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for TerminateStreamRequest
         * @function getTypeUrl
         * @memberof logdog.TerminateStreamRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        TerminateStreamRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.TerminateStreamRequest";
        };

        return TerminateStreamRequest;
    })();

    logdog.ArchiveStreamRequest = (function() {

        /**
         * Properties of an ArchiveStreamRequest.
         * @typedef {Object} logdog.ArchiveStreamRequest.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an ArchiveStreamRequest.
         * @memberof logdog
         * @interface IArchiveStreamRequest
         * @augments logdog.ArchiveStreamRequest.$Properties
         * @deprecated Use logdog.ArchiveStreamRequest.$Properties instead.
         */

        /**
         * Shape of an ArchiveStreamRequest.
         * @typedef {logdog.ArchiveStreamRequest.$Properties} logdog.ArchiveStreamRequest.$Shape
         */

        /**
         * Constructs a new ArchiveStreamRequest.
         * @memberof logdog
         * @classdesc Represents an ArchiveStreamRequest.
         * @constructor
         * @param {logdog.ArchiveStreamRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var ArchiveStreamRequest = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new ArchiveStreamRequest instance using the specified properties.
         * @function create
         * @memberof logdog.ArchiveStreamRequest
         * @static
         * @param {logdog.ArchiveStreamRequest.$Properties=} [properties] Properties to set
         * @returns {logdog.ArchiveStreamRequest} ArchiveStreamRequest instance
         * @type {{
         *   (properties: logdog.ArchiveStreamRequest.$Shape): logdog.ArchiveStreamRequest & logdog.ArchiveStreamRequest.$Shape;
         *   (properties?: logdog.ArchiveStreamRequest.$Properties): logdog.ArchiveStreamRequest;
         * }}
         */
        ArchiveStreamRequest.create = function(properties) {
            return new ArchiveStreamRequest(properties);
        };

        /**
         * Encodes the specified ArchiveStreamRequest message. Does not implicitly {@link logdog.ArchiveStreamRequest.verify|verify} messages.
         * @function encode
         * @memberof logdog.ArchiveStreamRequest
         * @static
         * @param {logdog.ArchiveStreamRequest.$Properties} message ArchiveStreamRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ArchiveStreamRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an ArchiveStreamRequest message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.ArchiveStreamRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.ArchiveStreamRequest & logdog.ArchiveStreamRequest.$Shape} ArchiveStreamRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ArchiveStreamRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.ArchiveStreamRequest();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies an ArchiveStreamRequest message.
         * @function verify
         * @memberof logdog.ArchiveStreamRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ArchiveStreamRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            return null;
        };

        /**
         * Creates an ArchiveStreamRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.ArchiveStreamRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.ArchiveStreamRequest} ArchiveStreamRequest
         */
        ArchiveStreamRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.ArchiveStreamRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.ArchiveStreamRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            return new $root.logdog.ArchiveStreamRequest();
        };

        /**
         * Creates a plain object from an ArchiveStreamRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.ArchiveStreamRequest
         * @static
         * @param {logdog.ArchiveStreamRequest} message ArchiveStreamRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ArchiveStreamRequest.toObject = function () {
            return {};
        };

        /**
         * Converts this ArchiveStreamRequest to JSON.
         * @function toJSON
         * @memberof logdog.ArchiveStreamRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ArchiveStreamRequest.prototype.toJSON = function() {
            return ArchiveStreamRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ArchiveStreamRequest
         * @function getTypeUrl
         * @memberof logdog.ArchiveStreamRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ArchiveStreamRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.ArchiveStreamRequest";
        };

        return ArchiveStreamRequest;
    })();

    logdog.BatchRequest = (function() {

        /**
         * Properties of a BatchRequest.
         * @typedef {Object} logdog.BatchRequest.$Properties
         * @property {Array.<logdog.BatchRequest.Entry.$Properties>|null} [req] BatchRequest req
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a BatchRequest.
         * @memberof logdog
         * @interface IBatchRequest
         * @augments logdog.BatchRequest.$Properties
         * @deprecated Use logdog.BatchRequest.$Properties instead.
         */

        /**
         * Shape of a BatchRequest.
         * @typedef {{
         *   req?: Array.<logdog.BatchRequest.Entry.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} logdog.BatchRequest.$Shape
         */

        /**
         * Constructs a new BatchRequest.
         * @memberof logdog
         * @classdesc Represents a BatchRequest.
         * @constructor
         * @param {logdog.BatchRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var BatchRequest = function (properties) {
            this.req = [];
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * BatchRequest req.
         * @member {Array.<logdog.BatchRequest.Entry.$Properties>} req
         * @memberof logdog.BatchRequest
         * @instance
         */
        BatchRequest.prototype.req = $util.emptyArray;

        /**
         * Creates a new BatchRequest instance using the specified properties.
         * @function create
         * @memberof logdog.BatchRequest
         * @static
         * @param {logdog.BatchRequest.$Properties=} [properties] Properties to set
         * @returns {logdog.BatchRequest} BatchRequest instance
         * @type {{
         *   (properties: logdog.BatchRequest.$Shape): logdog.BatchRequest & logdog.BatchRequest.$Shape;
         *   (properties?: logdog.BatchRequest.$Properties): logdog.BatchRequest;
         * }}
         */
        BatchRequest.create = function(properties) {
            return new BatchRequest(properties);
        };

        /**
         * Encodes the specified BatchRequest message. Does not implicitly {@link logdog.BatchRequest.verify|verify} messages.
         * @function encode
         * @memberof logdog.BatchRequest
         * @static
         * @param {logdog.BatchRequest.$Properties} message BatchRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        BatchRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.req != null && message.req.length)
                for (var i = 0; i < message.req.length; ++i)
                    $root.logdog.BatchRequest.Entry.encode(message.req[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a BatchRequest message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.BatchRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.BatchRequest & logdog.BatchRequest.$Shape} BatchRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        BatchRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.BatchRequest();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.req && message.req.length))
                            message.req = [];
                        message.req.push($root.logdog.BatchRequest.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a BatchRequest message.
         * @function verify
         * @memberof logdog.BatchRequest
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        BatchRequest.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.req != null && $Object.hasOwnProperty.call(message, "req")) {
                if (!$Array.isArray(message.req))
                    return "req: array expected";
                for (var i = 0; i < message.req.length; ++i) {
                    var error = $root.logdog.BatchRequest.Entry.verify(message.req[i], _depth + 1);
                    if (error)
                        return "req." + error;
                }
            }
            return null;
        };

        /**
         * Creates a BatchRequest message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.BatchRequest
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.BatchRequest} BatchRequest
         */
        BatchRequest.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.BatchRequest)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.BatchRequest: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.BatchRequest();
            if (object.req) {
                if (!$Array.isArray(object.req))
                    throw $TypeError(".logdog.BatchRequest.req: array expected");
                message.req = $Array(object.req.length);
                for (var i = 0; i < object.req.length; ++i) {
                    if (!$util.isObject(object.req[i]))
                        throw $TypeError(".logdog.BatchRequest.req: object expected");
                    message.req[i] = $root.logdog.BatchRequest.Entry.fromObject(object.req[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a BatchRequest message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.BatchRequest
         * @static
         * @param {logdog.BatchRequest} message BatchRequest
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        BatchRequest.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.arrays || options.defaults)
                object.req = [];
            if (message.req && message.req.length) {
                object.req = $Array(message.req.length);
                for (var j = 0; j < message.req.length; ++j)
                    object.req[j] = $root.logdog.BatchRequest.Entry.toObject(message.req[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this BatchRequest to JSON.
         * @function toJSON
         * @memberof logdog.BatchRequest
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        BatchRequest.prototype.toJSON = function() {
            return BatchRequest.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for BatchRequest
         * @function getTypeUrl
         * @memberof logdog.BatchRequest
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        BatchRequest.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.BatchRequest";
        };

        BatchRequest.Entry = (function() {

            /**
             * Properties of an Entry.
             * @typedef {Object} logdog.BatchRequest.Entry.$Properties
             * @property {logdog.RegisterStreamRequest.$Properties|null} [registerStream] Entry registerStream
             * @property {logdog.LoadStreamRequest.$Properties|null} [loadStream] Entry loadStream
             * @property {logdog.TerminateStreamRequest.$Properties|null} [terminateStream] Entry terminateStream
             * @property {logdog.ArchiveStreamRequest.$Properties|null} [archiveStream] Entry archiveStream
             * @property {"registerStream"|"loadStream"|"terminateStream"|"archiveStream"} [value] Entry value
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Entry.
             * @memberof logdog.BatchRequest
             * @interface IEntry
             * @augments logdog.BatchRequest.Entry.$Properties
             * @deprecated Use logdog.BatchRequest.Entry.$Properties instead.
             */

            /**
             * Narrowed shape of an Entry.
             * @typedef {{
             *   registerStream?: logdog.RegisterStreamRequest.$Shape|null;
             *   loadStream?: logdog.LoadStreamRequest.$Shape|null;
             *   terminateStream?: logdog.TerminateStreamRequest.$Shape|null;
             *   archiveStream?: logdog.ArchiveStreamRequest.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ value?: undefined; registerStream?: null; loadStream?: null; terminateStream?: null; archiveStream?: null }|{ value?: "registerStream"; registerStream: logdog.RegisterStreamRequest.$Shape; loadStream?: null; terminateStream?: null; archiveStream?: null }|{ value?: "loadStream"; registerStream?: null; loadStream: logdog.LoadStreamRequest.$Shape; terminateStream?: null; archiveStream?: null }|{ value?: "terminateStream"; registerStream?: null; loadStream?: null; terminateStream: logdog.TerminateStreamRequest.$Shape; archiveStream?: null }|{ value?: "archiveStream"; registerStream?: null; loadStream?: null; terminateStream?: null; archiveStream: logdog.ArchiveStreamRequest.$Shape })
             * )} logdog.BatchRequest.Entry.$Shape
             */

            /**
             * Constructs a new Entry.
             * @memberof logdog.BatchRequest
             * @classdesc Represents an Entry.
             * @constructor
             * @param {logdog.BatchRequest.Entry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Entry = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Entry registerStream.
             * @member {logdog.RegisterStreamRequest.$Properties|null|undefined} registerStream
             * @memberof logdog.BatchRequest.Entry
             * @instance
             */
            Entry.prototype.registerStream = null;

            /**
             * Entry loadStream.
             * @member {logdog.LoadStreamRequest.$Properties|null|undefined} loadStream
             * @memberof logdog.BatchRequest.Entry
             * @instance
             */
            Entry.prototype.loadStream = null;

            /**
             * Entry terminateStream.
             * @member {logdog.TerminateStreamRequest.$Properties|null|undefined} terminateStream
             * @memberof logdog.BatchRequest.Entry
             * @instance
             */
            Entry.prototype.terminateStream = null;

            /**
             * Entry archiveStream.
             * @member {logdog.ArchiveStreamRequest.$Properties|null|undefined} archiveStream
             * @memberof logdog.BatchRequest.Entry
             * @instance
             */
            Entry.prototype.archiveStream = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * Entry value.
             * @member {"registerStream"|"loadStream"|"terminateStream"|"archiveStream"|undefined} value
             * @memberof logdog.BatchRequest.Entry
             * @instance
             */
            $Object.defineProperty(Entry.prototype, "value", {
                get: $util.oneOfGetter($oneOfFields = ["registerStream", "loadStream", "terminateStream", "archiveStream"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Entry instance using the specified properties.
             * @function create
             * @memberof logdog.BatchRequest.Entry
             * @static
             * @param {logdog.BatchRequest.Entry.$Properties=} [properties] Properties to set
             * @returns {logdog.BatchRequest.Entry} Entry instance
             * @type {{
             *   (properties: logdog.BatchRequest.Entry.$Shape): logdog.BatchRequest.Entry & logdog.BatchRequest.Entry.$Shape;
             *   (properties?: logdog.BatchRequest.Entry.$Properties): logdog.BatchRequest.Entry;
             * }}
             */
            Entry.create = function(properties) {
                return new Entry(properties);
            };

            /**
             * Encodes the specified Entry message. Does not implicitly {@link logdog.BatchRequest.Entry.verify|verify} messages.
             * @function encode
             * @memberof logdog.BatchRequest.Entry
             * @static
             * @param {logdog.BatchRequest.Entry.$Properties} message Entry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Entry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.registerStream != null && $Object.hasOwnProperty.call(message, "registerStream"))
                    $root.logdog.RegisterStreamRequest.encode(message.registerStream, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.loadStream != null && $Object.hasOwnProperty.call(message, "loadStream"))
                    $root.logdog.LoadStreamRequest.encode(message.loadStream, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.terminateStream != null && $Object.hasOwnProperty.call(message, "terminateStream"))
                    $root.logdog.TerminateStreamRequest.encode(message.terminateStream, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.archiveStream != null && $Object.hasOwnProperty.call(message, "archiveStream"))
                    $root.logdog.ArchiveStreamRequest.encode(message.archiveStream, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @function decode
             * @memberof logdog.BatchRequest.Entry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {logdog.BatchRequest.Entry & logdog.BatchRequest.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Entry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.logdog.BatchRequest.Entry();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.registerStream = $root.logdog.RegisterStreamRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.registerStream);
                            message.value = "registerStream";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.loadStream = $root.logdog.LoadStreamRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.loadStream);
                            message.value = "loadStream";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.terminateStream = $root.logdog.TerminateStreamRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.terminateStream);
                            message.value = "terminateStream";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.archiveStream = $root.logdog.ArchiveStreamRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.archiveStream);
                            message.value = "archiveStream";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Entry message.
             * @function verify
             * @memberof logdog.BatchRequest.Entry
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Entry.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                var properties = {};
                if (message.registerStream != null && $Object.hasOwnProperty.call(message, "registerStream")) {
                    properties.value = 1;
                    {
                        var error = $root.logdog.RegisterStreamRequest.verify(message.registerStream, _depth + 1);
                        if (error)
                            return "registerStream." + error;
                    }
                }
                if (message.loadStream != null && $Object.hasOwnProperty.call(message, "loadStream")) {
                    if (properties.value === 1)
                        return "value: multiple values";
                    properties.value = 1;
                    {
                        var error = $root.logdog.LoadStreamRequest.verify(message.loadStream, _depth + 1);
                        if (error)
                            return "loadStream." + error;
                    }
                }
                if (message.terminateStream != null && $Object.hasOwnProperty.call(message, "terminateStream")) {
                    if (properties.value === 1)
                        return "value: multiple values";
                    properties.value = 1;
                    {
                        var error = $root.logdog.TerminateStreamRequest.verify(message.terminateStream, _depth + 1);
                        if (error)
                            return "terminateStream." + error;
                    }
                }
                if (message.archiveStream != null && $Object.hasOwnProperty.call(message, "archiveStream")) {
                    if (properties.value === 1)
                        return "value: multiple values";
                    properties.value = 1;
                    {
                        var error = $root.logdog.ArchiveStreamRequest.verify(message.archiveStream, _depth + 1);
                        if (error)
                            return "archiveStream." + error;
                    }
                }
                return null;
            };

            /**
             * Creates an Entry message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof logdog.BatchRequest.Entry
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {logdog.BatchRequest.Entry} Entry
             */
            Entry.fromObject = function (object, _depth) {
                if (object instanceof $root.logdog.BatchRequest.Entry)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".logdog.BatchRequest.Entry: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var message = new $root.logdog.BatchRequest.Entry();
                if (object.registerStream != null) {
                    if (!$util.isObject(object.registerStream))
                        throw $TypeError(".logdog.BatchRequest.Entry.registerStream: object expected");
                    message.registerStream = $root.logdog.RegisterStreamRequest.fromObject(object.registerStream, _depth + 1);
                }
                if (object.loadStream != null) {
                    if (!$util.isObject(object.loadStream))
                        throw $TypeError(".logdog.BatchRequest.Entry.loadStream: object expected");
                    message.loadStream = $root.logdog.LoadStreamRequest.fromObject(object.loadStream, _depth + 1);
                }
                if (object.terminateStream != null) {
                    if (!$util.isObject(object.terminateStream))
                        throw $TypeError(".logdog.BatchRequest.Entry.terminateStream: object expected");
                    message.terminateStream = $root.logdog.TerminateStreamRequest.fromObject(object.terminateStream, _depth + 1);
                }
                if (object.archiveStream != null) {
                    if (!$util.isObject(object.archiveStream))
                        throw $TypeError(".logdog.BatchRequest.Entry.archiveStream: object expected");
                    message.archiveStream = $root.logdog.ArchiveStreamRequest.fromObject(object.archiveStream, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an Entry message. Also converts values to other types if specified.
             * @function toObject
             * @memberof logdog.BatchRequest.Entry
             * @static
             * @param {logdog.BatchRequest.Entry} message Entry
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Entry.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var object = {};
                if (message.registerStream != null && $Object.hasOwnProperty.call(message, "registerStream")) {
                    object.registerStream = $root.logdog.RegisterStreamRequest.toObject(message.registerStream, options, _depth + 1);
                    if (options.oneofs)
                        object.value = "registerStream";
                }
                if (message.loadStream != null && $Object.hasOwnProperty.call(message, "loadStream")) {
                    object.loadStream = $root.logdog.LoadStreamRequest.toObject(message.loadStream, options, _depth + 1);
                    if (options.oneofs)
                        object.value = "loadStream";
                }
                if (message.terminateStream != null && $Object.hasOwnProperty.call(message, "terminateStream")) {
                    object.terminateStream = $root.logdog.TerminateStreamRequest.toObject(message.terminateStream, options, _depth + 1);
                    if (options.oneofs)
                        object.value = "terminateStream";
                }
                if (message.archiveStream != null && $Object.hasOwnProperty.call(message, "archiveStream")) {
                    object.archiveStream = $root.logdog.ArchiveStreamRequest.toObject(message.archiveStream, options, _depth + 1);
                    if (options.oneofs)
                        object.value = "archiveStream";
                }
                return object;
            };

            /**
             * Converts this Entry to JSON.
             * @function toJSON
             * @memberof logdog.BatchRequest.Entry
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Entry.prototype.toJSON = function() {
                return Entry.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Entry
             * @function getTypeUrl
             * @memberof logdog.BatchRequest.Entry
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Entry.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/logdog.BatchRequest.Entry";
            };

            return Entry;
        })();

        return BatchRequest;
    })();

    logdog.BatchResponse = (function() {

        /**
         * Properties of a BatchResponse.
         * @typedef {Object} logdog.BatchResponse.$Properties
         * @property {Array.<logdog.BatchResponse.Entry.$Properties>|null} [resp] BatchResponse resp
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a BatchResponse.
         * @memberof logdog
         * @interface IBatchResponse
         * @augments logdog.BatchResponse.$Properties
         * @deprecated Use logdog.BatchResponse.$Properties instead.
         */

        /**
         * Shape of a BatchResponse.
         * @typedef {{
         *   resp?: Array.<logdog.BatchResponse.Entry.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} logdog.BatchResponse.$Shape
         */

        /**
         * Constructs a new BatchResponse.
         * @memberof logdog
         * @classdesc Represents a BatchResponse.
         * @constructor
         * @param {logdog.BatchResponse.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var BatchResponse = function (properties) {
            this.resp = [];
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * BatchResponse resp.
         * @member {Array.<logdog.BatchResponse.Entry.$Properties>} resp
         * @memberof logdog.BatchResponse
         * @instance
         */
        BatchResponse.prototype.resp = $util.emptyArray;

        /**
         * Creates a new BatchResponse instance using the specified properties.
         * @function create
         * @memberof logdog.BatchResponse
         * @static
         * @param {logdog.BatchResponse.$Properties=} [properties] Properties to set
         * @returns {logdog.BatchResponse} BatchResponse instance
         * @type {{
         *   (properties: logdog.BatchResponse.$Shape): logdog.BatchResponse & logdog.BatchResponse.$Shape;
         *   (properties?: logdog.BatchResponse.$Properties): logdog.BatchResponse;
         * }}
         */
        BatchResponse.create = function(properties) {
            return new BatchResponse(properties);
        };

        /**
         * Encodes the specified BatchResponse message. Does not implicitly {@link logdog.BatchResponse.verify|verify} messages.
         * @function encode
         * @memberof logdog.BatchResponse
         * @static
         * @param {logdog.BatchResponse.$Properties} message BatchResponse message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        BatchResponse.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.resp != null && message.resp.length)
                for (var i = 0; i < message.resp.length; ++i)
                    $root.logdog.BatchResponse.Entry.encode(message.resp[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a BatchResponse message from the specified reader or buffer.
         * @function decode
         * @memberof logdog.BatchResponse
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logdog.BatchResponse & logdog.BatchResponse.$Shape} BatchResponse
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        BatchResponse.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logdog.BatchResponse();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.resp && message.resp.length))
                            message.resp = [];
                        message.resp.push($root.logdog.BatchResponse.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        /**
         * Verifies a BatchResponse message.
         * @function verify
         * @memberof logdog.BatchResponse
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        BatchResponse.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.resp != null && $Object.hasOwnProperty.call(message, "resp")) {
                if (!$Array.isArray(message.resp))
                    return "resp: array expected";
                for (var i = 0; i < message.resp.length; ++i) {
                    var error = $root.logdog.BatchResponse.Entry.verify(message.resp[i], _depth + 1);
                    if (error)
                        return "resp." + error;
                }
            }
            return null;
        };

        /**
         * Creates a BatchResponse message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logdog.BatchResponse
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logdog.BatchResponse} BatchResponse
         */
        BatchResponse.fromObject = function (object, _depth) {
            if (object instanceof $root.logdog.BatchResponse)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logdog.BatchResponse: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logdog.BatchResponse();
            if (object.resp) {
                if (!$Array.isArray(object.resp))
                    throw $TypeError(".logdog.BatchResponse.resp: array expected");
                message.resp = $Array(object.resp.length);
                for (var i = 0; i < object.resp.length; ++i) {
                    if (!$util.isObject(object.resp[i]))
                        throw $TypeError(".logdog.BatchResponse.resp: object expected");
                    message.resp[i] = $root.logdog.BatchResponse.Entry.fromObject(object.resp[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a BatchResponse message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logdog.BatchResponse
         * @static
         * @param {logdog.BatchResponse} message BatchResponse
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        BatchResponse.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.arrays || options.defaults)
                object.resp = [];
            if (message.resp && message.resp.length) {
                object.resp = $Array(message.resp.length);
                for (var j = 0; j < message.resp.length; ++j)
                    object.resp[j] = $root.logdog.BatchResponse.Entry.toObject(message.resp[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this BatchResponse to JSON.
         * @function toJSON
         * @memberof logdog.BatchResponse
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        BatchResponse.prototype.toJSON = function() {
            return BatchResponse.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for BatchResponse
         * @function getTypeUrl
         * @memberof logdog.BatchResponse
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        BatchResponse.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logdog.BatchResponse";
        };

        BatchResponse.Entry = (function() {

            /**
             * Properties of an Entry.
             * @typedef {Object} logdog.BatchResponse.Entry.$Properties
             * @property {number|null} [index] Entry index
             * @property {logdog.Error.$Properties|null} [err] Entry err
             * @property {logdog.RegisterStreamResponse.$Properties|null} [registerStream] Entry registerStream
             * @property {logdog.LoadStreamResponse.$Properties|null} [loadStream] Entry loadStream
             * @property {"err"|"registerStream"|"loadStream"} [value] Entry value
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Entry.
             * @memberof logdog.BatchResponse
             * @interface IEntry
             * @augments logdog.BatchResponse.Entry.$Properties
             * @deprecated Use logdog.BatchResponse.Entry.$Properties instead.
             */

            /**
             * Narrowed shape of an Entry.
             * @typedef {{
             *   index?: number|null;
             *   err?: logdog.Error.$Shape|null;
             *   registerStream?: logdog.RegisterStreamResponse.$Shape|null;
             *   loadStream?: logdog.LoadStreamResponse.$Shape|null;
             *   $unknowns?: Array.<Uint8Array>;
             * } & (
             *   ({ value?: undefined; err?: null; registerStream?: null; loadStream?: null }|{ value?: "err"; err: logdog.Error.$Shape; registerStream?: null; loadStream?: null }|{ value?: "registerStream"; err?: null; registerStream: logdog.RegisterStreamResponse.$Shape; loadStream?: null }|{ value?: "loadStream"; err?: null; registerStream?: null; loadStream: logdog.LoadStreamResponse.$Shape })
             * )} logdog.BatchResponse.Entry.$Shape
             */

            /**
             * Constructs a new Entry.
             * @memberof logdog.BatchResponse
             * @classdesc Represents an Entry.
             * @constructor
             * @param {logdog.BatchResponse.Entry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Entry = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Entry index.
             * @member {number} index
             * @memberof logdog.BatchResponse.Entry
             * @instance
             */
            Entry.prototype.index = 0;

            /**
             * Entry err.
             * @member {logdog.Error.$Properties|null|undefined} err
             * @memberof logdog.BatchResponse.Entry
             * @instance
             */
            Entry.prototype.err = null;

            /**
             * Entry registerStream.
             * @member {logdog.RegisterStreamResponse.$Properties|null|undefined} registerStream
             * @memberof logdog.BatchResponse.Entry
             * @instance
             */
            Entry.prototype.registerStream = null;

            /**
             * Entry loadStream.
             * @member {logdog.LoadStreamResponse.$Properties|null|undefined} loadStream
             * @memberof logdog.BatchResponse.Entry
             * @instance
             */
            Entry.prototype.loadStream = null;

            // OneOf field names bound to virtual getters and setters
            var $oneOfFields;

            /**
             * Entry value.
             * @member {"err"|"registerStream"|"loadStream"|undefined} value
             * @memberof logdog.BatchResponse.Entry
             * @instance
             */
            $Object.defineProperty(Entry.prototype, "value", {
                get: $util.oneOfGetter($oneOfFields = ["err", "registerStream", "loadStream"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Entry instance using the specified properties.
             * @function create
             * @memberof logdog.BatchResponse.Entry
             * @static
             * @param {logdog.BatchResponse.Entry.$Properties=} [properties] Properties to set
             * @returns {logdog.BatchResponse.Entry} Entry instance
             * @type {{
             *   (properties: logdog.BatchResponse.Entry.$Shape): logdog.BatchResponse.Entry & logdog.BatchResponse.Entry.$Shape;
             *   (properties?: logdog.BatchResponse.Entry.$Properties): logdog.BatchResponse.Entry;
             * }}
             */
            Entry.create = function(properties) {
                return new Entry(properties);
            };

            /**
             * Encodes the specified Entry message. Does not implicitly {@link logdog.BatchResponse.Entry.verify|verify} messages.
             * @function encode
             * @memberof logdog.BatchResponse.Entry
             * @static
             * @param {logdog.BatchResponse.Entry.$Properties} message Entry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Entry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.index);
                if (message.err != null && $Object.hasOwnProperty.call(message, "err"))
                    $root.logdog.Error.encode(message.err, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.registerStream != null && $Object.hasOwnProperty.call(message, "registerStream"))
                    $root.logdog.RegisterStreamResponse.encode(message.registerStream, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.loadStream != null && $Object.hasOwnProperty.call(message, "loadStream"))
                    $root.logdog.LoadStreamResponse.encode(message.loadStream, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @function decode
             * @memberof logdog.BatchResponse.Entry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {logdog.BatchResponse.Entry & logdog.BatchResponse.Entry.$Shape} Entry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Entry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.logdog.BatchResponse.Entry();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.err = $root.logdog.Error.decode(reader, reader.size(), $undefined, _depth + 1, message.err);
                            message.value = "err";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.registerStream = $root.logdog.RegisterStreamResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.registerStream);
                            message.value = "registerStream";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.loadStream = $root.logdog.LoadStreamResponse.decode(reader, reader.size(), $undefined, _depth + 1, message.loadStream);
                            message.value = "loadStream";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies an Entry message.
             * @function verify
             * @memberof logdog.BatchResponse.Entry
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Entry.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                var properties = {};
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    if (!$util.isInteger(message.index))
                        return "index: integer expected";
                if (message.err != null && $Object.hasOwnProperty.call(message, "err")) {
                    properties.value = 1;
                    {
                        var error = $root.logdog.Error.verify(message.err, _depth + 1);
                        if (error)
                            return "err." + error;
                    }
                }
                if (message.registerStream != null && $Object.hasOwnProperty.call(message, "registerStream")) {
                    if (properties.value === 1)
                        return "value: multiple values";
                    properties.value = 1;
                    {
                        var error = $root.logdog.RegisterStreamResponse.verify(message.registerStream, _depth + 1);
                        if (error)
                            return "registerStream." + error;
                    }
                }
                if (message.loadStream != null && $Object.hasOwnProperty.call(message, "loadStream")) {
                    if (properties.value === 1)
                        return "value: multiple values";
                    properties.value = 1;
                    {
                        var error = $root.logdog.LoadStreamResponse.verify(message.loadStream, _depth + 1);
                        if (error)
                            return "loadStream." + error;
                    }
                }
                return null;
            };

            /**
             * Creates an Entry message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof logdog.BatchResponse.Entry
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {logdog.BatchResponse.Entry} Entry
             */
            Entry.fromObject = function (object, _depth) {
                if (object instanceof $root.logdog.BatchResponse.Entry)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".logdog.BatchResponse.Entry: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var message = new $root.logdog.BatchResponse.Entry();
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index | 0;
                if (object.err != null) {
                    if (!$util.isObject(object.err))
                        throw $TypeError(".logdog.BatchResponse.Entry.err: object expected");
                    message.err = $root.logdog.Error.fromObject(object.err, _depth + 1);
                }
                if (object.registerStream != null) {
                    if (!$util.isObject(object.registerStream))
                        throw $TypeError(".logdog.BatchResponse.Entry.registerStream: object expected");
                    message.registerStream = $root.logdog.RegisterStreamResponse.fromObject(object.registerStream, _depth + 1);
                }
                if (object.loadStream != null) {
                    if (!$util.isObject(object.loadStream))
                        throw $TypeError(".logdog.BatchResponse.Entry.loadStream: object expected");
                    message.loadStream = $root.logdog.LoadStreamResponse.fromObject(object.loadStream, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an Entry message. Also converts values to other types if specified.
             * @function toObject
             * @memberof logdog.BatchResponse.Entry
             * @static
             * @param {logdog.BatchResponse.Entry} message Entry
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Entry.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var object = {};
                if (options.defaults)
                    object.index = 0;
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                if (message.err != null && $Object.hasOwnProperty.call(message, "err")) {
                    object.err = $root.logdog.Error.toObject(message.err, options, _depth + 1);
                    if (options.oneofs)
                        object.value = "err";
                }
                if (message.registerStream != null && $Object.hasOwnProperty.call(message, "registerStream")) {
                    object.registerStream = $root.logdog.RegisterStreamResponse.toObject(message.registerStream, options, _depth + 1);
                    if (options.oneofs)
                        object.value = "registerStream";
                }
                if (message.loadStream != null && $Object.hasOwnProperty.call(message, "loadStream")) {
                    object.loadStream = $root.logdog.LoadStreamResponse.toObject(message.loadStream, options, _depth + 1);
                    if (options.oneofs)
                        object.value = "loadStream";
                }
                return object;
            };

            /**
             * Converts this Entry to JSON.
             * @function toJSON
             * @memberof logdog.BatchResponse.Entry
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Entry.prototype.toJSON = function() {
                return Entry.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Entry
             * @function getTypeUrl
             * @memberof logdog.BatchResponse.Entry
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Entry.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/logdog.BatchResponse.Entry";
            };

            return Entry;
        })();

        return BatchResponse;
    })();

    return logdog;
})();

$root.google = (function() {

    /**
     * Namespace google.
     * @exports google
     * @namespace
     */
    var google = {};

    google.protobuf = (function() {

        /**
         * Namespace protobuf.
         * @memberof google
         * @namespace
         */
        var protobuf = {};

        protobuf.Duration = (function() {

            /**
             * Properties of a Duration.
             * @typedef {Object} google.protobuf.Duration.$Properties
             * @property {number|Long|null} [seconds] Duration seconds
             * @property {number|null} [nanos] Duration nanos
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Duration.
             * @memberof google.protobuf
             * @interface IDuration
             * @augments google.protobuf.Duration.$Properties
             * @deprecated Use google.protobuf.Duration.$Properties instead.
             */

            /**
             * Shape of a Duration.
             * @typedef {google.protobuf.Duration.$Properties} google.protobuf.Duration.$Shape
             */

            /**
             * Constructs a new Duration.
             * @memberof google.protobuf
             * @classdesc Represents a Duration.
             * @constructor
             * @param {google.protobuf.Duration.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Duration = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Duration seconds.
             * @member {number|Long} seconds
             * @memberof google.protobuf.Duration
             * @instance
             */
            Duration.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Duration nanos.
             * @member {number} nanos
             * @memberof google.protobuf.Duration
             * @instance
             */
            Duration.prototype.nanos = 0;

            /**
             * Creates a new Duration instance using the specified properties.
             * @function create
             * @memberof google.protobuf.Duration
             * @static
             * @param {google.protobuf.Duration.$Properties=} [properties] Properties to set
             * @returns {google.protobuf.Duration} Duration instance
             * @type {{
             *   (properties: google.protobuf.Duration.$Shape): google.protobuf.Duration & google.protobuf.Duration.$Shape;
             *   (properties?: google.protobuf.Duration.$Properties): google.protobuf.Duration;
             * }}
             */
            Duration.create = function(properties) {
                return new Duration(properties);
            };

            /**
             * Encodes the specified Duration message. Does not implicitly {@link google.protobuf.Duration.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Duration
             * @static
             * @param {google.protobuf.Duration.$Properties} message Duration message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Duration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds") && (typeof message.seconds === "object" ? message.seconds.low || message.seconds.high : message.seconds !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).int64(message.seconds);
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos") && message.nanos !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.nanos);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Duration message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Duration
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Duration & google.protobuf.Duration.$Shape} Duration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Duration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                var end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.google.protobuf.Duration();
                while (reader.pos < end) {
                    var start = reader.pos;
                    var tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    var wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.int64()) === "object" ? value.low || value.high : value !== 0)
                                message.seconds = value;
                            else
                                delete message.seconds;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.nanos = value;
                            else
                                delete message.nanos;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Verifies a Duration message.
             * @function verify
             * @memberof google.protobuf.Duration
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Duration.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    if (!$util.isInteger(message.seconds) && !(message.seconds && $util.isInteger(message.seconds.low) && $util.isInteger(message.seconds.high)))
                        return "seconds: integer|Long expected";
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos"))
                    if (!$util.isInteger(message.nanos))
                        return "nanos: integer expected";
                return null;
            };

            /**
             * Creates a Duration message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof google.protobuf.Duration
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {google.protobuf.Duration} Duration
             */
            Duration.fromObject = function (object, _depth) {
                if (object instanceof $root.google.protobuf.Duration)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".google.protobuf.Duration: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var message = new $root.google.protobuf.Duration();
                if (object.seconds != null)
                    if (typeof object.seconds === "object" ? object.seconds.low || object.seconds.high : $Number(object.seconds) !== 0)
                        if ($util.Long)
                            message.seconds = $util.Long.fromValue(object.seconds, false);
                        else if (typeof object.seconds === "string")
                            message.seconds = $parseInt(object.seconds, 10);
                        else if (typeof object.seconds === "number")
                            message.seconds = object.seconds;
                        else if (typeof object.seconds === "object")
                            message.seconds = new $util.LongBits(object.seconds.low >>> 0, object.seconds.high >>> 0).toNumber();
                if (object.nanos != null)
                    if ($Number(object.nanos) !== 0)
                        message.nanos = object.nanos | 0;
                return message;
            };

            /**
             * Creates a plain object from a Duration message. Also converts values to other types if specified.
             * @function toObject
             * @memberof google.protobuf.Duration
             * @static
             * @param {google.protobuf.Duration} message Duration
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Duration.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var object = {};
                if (options.defaults) {
                    if ($util.Long) {
                        var long = new $util.Long(0, 0, false);
                        object.seconds = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.seconds = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.nanos = 0;
                }
                if (message.seconds != null && $Object.hasOwnProperty.call(message, "seconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.seconds = typeof message.seconds === "number" ? $BigInt(message.seconds) : $util.Long.fromBits(message.seconds.low >>> 0, message.seconds.high >>> 0, false).toBigInt();
                    else if (typeof message.seconds === "number")
                        object.seconds = options.longs === $String ? $String(message.seconds) : message.seconds;
                    else
                        object.seconds = options.longs === $String ? $util.Long.prototype.toString.call(message.seconds) : options.longs === $Number ? new $util.LongBits(message.seconds.low >>> 0, message.seconds.high >>> 0).toNumber() : message.seconds;
                if (message.nanos != null && $Object.hasOwnProperty.call(message, "nanos"))
                    object.nanos = message.nanos;
                return object;
            };

            /**
             * Converts this Duration to JSON.
             * @function toJSON
             * @memberof google.protobuf.Duration
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Duration.prototype.toJSON = function() {
                return Duration.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Duration
             * @function getTypeUrl
             * @memberof google.protobuf.Duration
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Duration.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/google.protobuf.Duration";
            };

            return Duration;
        })();

        return protobuf;
    })();

    return google;
})();

module.exports = $root;
