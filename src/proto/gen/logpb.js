/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
"use strict";

var $protobuf = require("protobufjs/minimal");

// Common aliases
var $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
var $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Array = $util.global.Array, $Boolean = $util.global.Boolean, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $BigInt = $util.global.BigInt;

// Exported root namespace
var $root = $protobuf.roots["logpb"] || ($protobuf.roots["logpb"] = {});

$root.logpb = (function() {

    /**
     * Namespace logpb.
     * @exports logpb
     * @namespace
     */
    var logpb = {};

    logpb.ButlerMetadata = (function() {

        /**
         * Properties of a ButlerMetadata.
         * @typedef {Object} logpb.ButlerMetadata.$Properties
         * @property {logpb.ButlerMetadata.ContentType|null} [type] ButlerMetadata type
         * @property {logpb.ButlerMetadata.Compression|null} [compression] ButlerMetadata compression
         * @property {string|null} [protoVersion] ButlerMetadata protoVersion
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ButlerMetadata.
         * @memberof logpb
         * @interface IButlerMetadata
         * @augments logpb.ButlerMetadata.$Properties
         * @deprecated Use logpb.ButlerMetadata.$Properties instead.
         */

        /**
         * Shape of a ButlerMetadata.
         * @typedef {logpb.ButlerMetadata.$Properties} logpb.ButlerMetadata.$Shape
         */

        /**
         * Constructs a new ButlerMetadata.
         * @memberof logpb
         * @classdesc Represents a ButlerMetadata.
         * @constructor
         * @param {logpb.ButlerMetadata.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var ButlerMetadata = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ButlerMetadata type.
         * @member {logpb.ButlerMetadata.ContentType} type
         * @memberof logpb.ButlerMetadata
         * @instance
         */
        ButlerMetadata.prototype.type = 0;

        /**
         * ButlerMetadata compression.
         * @member {logpb.ButlerMetadata.Compression} compression
         * @memberof logpb.ButlerMetadata
         * @instance
         */
        ButlerMetadata.prototype.compression = 0;

        /**
         * ButlerMetadata protoVersion.
         * @member {string} protoVersion
         * @memberof logpb.ButlerMetadata
         * @instance
         */
        ButlerMetadata.prototype.protoVersion = "";

        /**
         * Creates a new ButlerMetadata instance using the specified properties.
         * @function create
         * @memberof logpb.ButlerMetadata
         * @static
         * @param {logpb.ButlerMetadata.$Properties=} [properties] Properties to set
         * @returns {logpb.ButlerMetadata} ButlerMetadata instance
         * @type {{
         *   (properties: logpb.ButlerMetadata.$Shape): logpb.ButlerMetadata & logpb.ButlerMetadata.$Shape;
         *   (properties?: logpb.ButlerMetadata.$Properties): logpb.ButlerMetadata;
         * }}
         */
        ButlerMetadata.create = function(properties) {
            return new ButlerMetadata(properties);
        };

        /**
         * Encodes the specified ButlerMetadata message. Does not implicitly {@link logpb.ButlerMetadata.verify|verify} messages.
         * @function encode
         * @memberof logpb.ButlerMetadata
         * @static
         * @param {logpb.ButlerMetadata.$Properties} message ButlerMetadata message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ButlerMetadata.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.type);
            if (message.compression != null && $Object.hasOwnProperty.call(message, "compression") && message.compression !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.compression);
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion") && message.protoVersion !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.protoVersion);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ButlerMetadata message from the specified reader or buffer.
         * @function decode
         * @memberof logpb.ButlerMetadata
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logpb.ButlerMetadata & logpb.ButlerMetadata.$Shape} ButlerMetadata
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ButlerMetadata.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.logpb.ButlerMetadata();
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
                            message.type = value;
                        else
                            delete message.type;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.compression = value;
                        else
                            delete message.compression;
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
         * Verifies a ButlerMetadata message.
         * @function verify
         * @memberof logpb.ButlerMetadata
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ButlerMetadata.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                if (typeof message.type !== "number" || (message.type | 0) !== message.type)
                    return "type: enum value expected";
            if (message.compression != null && $Object.hasOwnProperty.call(message, "compression"))
                if (typeof message.compression !== "number" || (message.compression | 0) !== message.compression)
                    return "compression: enum value expected";
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion"))
                if (!$util.isString(message.protoVersion))
                    return "protoVersion: string expected";
            return null;
        };

        /**
         * Creates a ButlerMetadata message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logpb.ButlerMetadata
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logpb.ButlerMetadata} ButlerMetadata
         */
        ButlerMetadata.fromObject = function (object, _depth) {
            if (object instanceof $root.logpb.ButlerMetadata)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logpb.ButlerMetadata: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logpb.ButlerMetadata();
            if (object.type !== 0 && (typeof object.type !== "string" || $root.logpb.ButlerMetadata.ContentType[object.type] !== 0))
                switch (object.type) {
                case "Invalid":
                case 0:
                    message.type = 0;
                    break;
                case "ButlerLogBundle":
                case 1:
                    message.type = 1;
                    break;
                default:
                    if (typeof object.type === "number" && (object.type | 0) === object.type)
                        message.type = object.type;
                }
            if (object.compression !== 0 && (typeof object.compression !== "string" || $root.logpb.ButlerMetadata.Compression[object.compression] !== 0))
                switch (object.compression) {
                case "NONE":
                case 0:
                    message.compression = 0;
                    break;
                case "ZLIB":
                case 1:
                    message.compression = 1;
                    break;
                default:
                    if (typeof object.compression === "number" && (object.compression | 0) === object.compression)
                        message.compression = object.compression;
                }
            if (object.protoVersion != null)
                if (typeof object.protoVersion !== "string" || object.protoVersion.length)
                    message.protoVersion = $String(object.protoVersion);
            return message;
        };

        /**
         * Creates a plain object from a ButlerMetadata message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logpb.ButlerMetadata
         * @static
         * @param {logpb.ButlerMetadata} message ButlerMetadata
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ButlerMetadata.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.type = options.enums === $String ? "Invalid" : 0;
                object.compression = options.enums === $String ? "NONE" : 0;
                object.protoVersion = "";
            }
            if (message.type != null && $Object.hasOwnProperty.call(message, "type"))
                object.type = options.enums === $String ? $root.logpb.ButlerMetadata.ContentType[message.type] === $undefined ? message.type : $root.logpb.ButlerMetadata.ContentType[message.type] : message.type;
            if (message.compression != null && $Object.hasOwnProperty.call(message, "compression"))
                object.compression = options.enums === $String ? $root.logpb.ButlerMetadata.Compression[message.compression] === $undefined ? message.compression : $root.logpb.ButlerMetadata.Compression[message.compression] : message.compression;
            if (message.protoVersion != null && $Object.hasOwnProperty.call(message, "protoVersion"))
                object.protoVersion = message.protoVersion;
            return object;
        };

        /**
         * Converts this ButlerMetadata to JSON.
         * @function toJSON
         * @memberof logpb.ButlerMetadata
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ButlerMetadata.prototype.toJSON = function() {
            return ButlerMetadata.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ButlerMetadata
         * @function getTypeUrl
         * @memberof logpb.ButlerMetadata
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ButlerMetadata.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logpb.ButlerMetadata";
        };

        /**
         * ContentType enum.
         * @name logpb.ButlerMetadata.ContentType
         * @enum {number}
         * @property {number} Invalid=0 Invalid value
         * @property {number} ButlerLogBundle=1 ButlerLogBundle value
         */
        ButlerMetadata.ContentType = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "Invalid"] = 0;
            values[valuesById[1] = "ButlerLogBundle"] = 1;
            return values;
        })();

        /**
         * Compression enum.
         * @name logpb.ButlerMetadata.Compression
         * @enum {number}
         * @property {number} NONE=0 NONE value
         * @property {number} ZLIB=1 ZLIB value
         */
        ButlerMetadata.Compression = (function() {
            var valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NONE"] = 0;
            values[valuesById[1] = "ZLIB"] = 1;
            return values;
        })();

        return ButlerMetadata;
    })();

    logpb.ButlerLogBundle = (function() {

        /**
         * Properties of a ButlerLogBundle.
         * @typedef {Object} logpb.ButlerLogBundle.$Properties
         * @property {string|null} [deprecatedSource] ButlerLogBundle deprecatedSource
         * @property {google.protobuf.Timestamp.$Properties|null} [timestamp] ButlerLogBundle timestamp
         * @property {Array.<logpb.ButlerLogBundle.Entry.$Properties>|null} [entries] ButlerLogBundle entries
         * @property {string|null} [project] ButlerLogBundle project
         * @property {string|null} [prefix] ButlerLogBundle prefix
         * @property {Uint8Array|null} [secret] ButlerLogBundle secret
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ButlerLogBundle.
         * @memberof logpb
         * @interface IButlerLogBundle
         * @augments logpb.ButlerLogBundle.$Properties
         * @deprecated Use logpb.ButlerLogBundle.$Properties instead.
         */

        /**
         * Shape of a ButlerLogBundle.
         * @typedef {{
         *   deprecatedSource?: string|null;
         *   timestamp?: google.protobuf.Timestamp.$Shape|null;
         *   entries?: Array.<logpb.ButlerLogBundle.Entry.$Shape>|null;
         *   project?: string|null;
         *   prefix?: string|null;
         *   secret?: Uint8Array|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} logpb.ButlerLogBundle.$Shape
         */

        /**
         * Constructs a new ButlerLogBundle.
         * @memberof logpb
         * @classdesc Represents a ButlerLogBundle.
         * @constructor
         * @param {logpb.ButlerLogBundle.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var ButlerLogBundle = function (properties) {
            this.entries = [];
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ButlerLogBundle deprecatedSource.
         * @member {string} deprecatedSource
         * @memberof logpb.ButlerLogBundle
         * @instance
         */
        ButlerLogBundle.prototype.deprecatedSource = "";

        /**
         * ButlerLogBundle timestamp.
         * @member {google.protobuf.Timestamp.$Properties|null|undefined} timestamp
         * @memberof logpb.ButlerLogBundle
         * @instance
         */
        ButlerLogBundle.prototype.timestamp = null;

        /**
         * ButlerLogBundle entries.
         * @member {Array.<logpb.ButlerLogBundle.Entry.$Properties>} entries
         * @memberof logpb.ButlerLogBundle
         * @instance
         */
        ButlerLogBundle.prototype.entries = $util.emptyArray;

        /**
         * ButlerLogBundle project.
         * @member {string} project
         * @memberof logpb.ButlerLogBundle
         * @instance
         */
        ButlerLogBundle.prototype.project = "";

        /**
         * ButlerLogBundle prefix.
         * @member {string} prefix
         * @memberof logpb.ButlerLogBundle
         * @instance
         */
        ButlerLogBundle.prototype.prefix = "";

        /**
         * ButlerLogBundle secret.
         * @member {Uint8Array} secret
         * @memberof logpb.ButlerLogBundle
         * @instance
         */
        ButlerLogBundle.prototype.secret = $util.newBuffer([]);

        /**
         * Creates a new ButlerLogBundle instance using the specified properties.
         * @function create
         * @memberof logpb.ButlerLogBundle
         * @static
         * @param {logpb.ButlerLogBundle.$Properties=} [properties] Properties to set
         * @returns {logpb.ButlerLogBundle} ButlerLogBundle instance
         * @type {{
         *   (properties: logpb.ButlerLogBundle.$Shape): logpb.ButlerLogBundle & logpb.ButlerLogBundle.$Shape;
         *   (properties?: logpb.ButlerLogBundle.$Properties): logpb.ButlerLogBundle;
         * }}
         */
        ButlerLogBundle.create = function(properties) {
            return new ButlerLogBundle(properties);
        };

        /**
         * Encodes the specified ButlerLogBundle message. Does not implicitly {@link logpb.ButlerLogBundle.verify|verify} messages.
         * @function encode
         * @memberof logpb.ButlerLogBundle
         * @static
         * @param {logpb.ButlerLogBundle.$Properties} message ButlerLogBundle message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ButlerLogBundle.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.deprecatedSource != null && $Object.hasOwnProperty.call(message, "deprecatedSource") && message.deprecatedSource !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.deprecatedSource);
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                $root.google.protobuf.Timestamp.encode(message.timestamp, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.entries != null && message.entries.length)
                for (var i = 0; i < message.entries.length; ++i)
                    $root.logpb.ButlerLogBundle.Entry.encode(message.entries[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.project != null && $Object.hasOwnProperty.call(message, "project") && message.project !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.project);
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.prefix);
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret") && message.secret.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.secret);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ButlerLogBundle message from the specified reader or buffer.
         * @function decode
         * @memberof logpb.ButlerLogBundle
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logpb.ButlerLogBundle & logpb.ButlerLogBundle.$Shape} ButlerLogBundle
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ButlerLogBundle.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.logpb.ButlerLogBundle();
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
                            message.deprecatedSource = value;
                        else
                            delete message.deprecatedSource;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.timestamp = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.logpb.ButlerLogBundle.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.project = value;
                        else
                            delete message.project;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.prefix = value;
                        else
                            delete message.prefix;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.secret = value;
                        else
                            delete message.secret;
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
         * Verifies a ButlerLogBundle message.
         * @function verify
         * @memberof logpb.ButlerLogBundle
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        ButlerLogBundle.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.deprecatedSource != null && $Object.hasOwnProperty.call(message, "deprecatedSource"))
                if (!$util.isString(message.deprecatedSource))
                    return "deprecatedSource: string expected";
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp")) {
                var error = $root.google.protobuf.Timestamp.verify(message.timestamp, _depth + 1);
                if (error)
                    return "timestamp." + error;
            }
            if (message.entries != null && $Object.hasOwnProperty.call(message, "entries")) {
                if (!$Array.isArray(message.entries))
                    return "entries: array expected";
                for (var i = 0; i < message.entries.length; ++i) {
                    var error = $root.logpb.ButlerLogBundle.Entry.verify(message.entries[i], _depth + 1);
                    if (error)
                        return "entries." + error;
                }
            }
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                if (!$util.isString(message.project))
                    return "project: string expected";
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                if (!$util.isString(message.prefix))
                    return "prefix: string expected";
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                if (!(message.secret && typeof message.secret.length === "number" || $util.isString(message.secret)))
                    return "secret: buffer expected";
            return null;
        };

        /**
         * Creates a ButlerLogBundle message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logpb.ButlerLogBundle
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logpb.ButlerLogBundle} ButlerLogBundle
         */
        ButlerLogBundle.fromObject = function (object, _depth) {
            if (object instanceof $root.logpb.ButlerLogBundle)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logpb.ButlerLogBundle: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logpb.ButlerLogBundle();
            if (object.deprecatedSource != null)
                if (typeof object.deprecatedSource !== "string" || object.deprecatedSource.length)
                    message.deprecatedSource = $String(object.deprecatedSource);
            if (object.timestamp != null) {
                if (!$util.isObject(object.timestamp))
                    throw $TypeError(".logpb.ButlerLogBundle.timestamp: object expected");
                message.timestamp = $root.google.protobuf.Timestamp.fromObject(object.timestamp, _depth + 1);
            }
            if (object.entries) {
                if (!$Array.isArray(object.entries))
                    throw $TypeError(".logpb.ButlerLogBundle.entries: array expected");
                message.entries = $Array(object.entries.length);
                for (var i = 0; i < object.entries.length; ++i) {
                    if (!$util.isObject(object.entries[i]))
                        throw $TypeError(".logpb.ButlerLogBundle.entries: object expected");
                    message.entries[i] = $root.logpb.ButlerLogBundle.Entry.fromObject(object.entries[i], _depth + 1);
                }
            }
            if (object.project != null)
                if (typeof object.project !== "string" || object.project.length)
                    message.project = $String(object.project);
            if (object.prefix != null)
                if (typeof object.prefix !== "string" || object.prefix.length)
                    message.prefix = $String(object.prefix);
            if (object.secret != null)
                if (object.secret.length)
                    if (typeof object.secret === "string")
                        $util.base64.decode(object.secret, message.secret = $util.newBuffer($util.base64.length(object.secret)), 0);
                    else if (object.secret.length >= 0)
                        message.secret = object.secret;
            return message;
        };

        /**
         * Creates a plain object from a ButlerLogBundle message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logpb.ButlerLogBundle
         * @static
         * @param {logpb.ButlerLogBundle} message ButlerLogBundle
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        ButlerLogBundle.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.arrays || options.defaults)
                object.entries = [];
            if (options.defaults) {
                object.deprecatedSource = "";
                object.timestamp = null;
                object.project = "";
                object.prefix = "";
                if (options.bytes === $String)
                    object.secret = "";
                else {
                    object.secret = [];
                    if (options.bytes !== $Array)
                        object.secret = $util.newBuffer(object.secret);
                }
            }
            if (message.deprecatedSource != null && $Object.hasOwnProperty.call(message, "deprecatedSource"))
                object.deprecatedSource = message.deprecatedSource;
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                object.timestamp = $root.google.protobuf.Timestamp.toObject(message.timestamp, options, _depth + 1);
            if (message.entries && message.entries.length) {
                object.entries = $Array(message.entries.length);
                for (var j = 0; j < message.entries.length; ++j)
                    object.entries[j] = $root.logpb.ButlerLogBundle.Entry.toObject(message.entries[j], options, _depth + 1);
            }
            if (message.project != null && $Object.hasOwnProperty.call(message, "project"))
                object.project = message.project;
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                object.prefix = message.prefix;
            if (message.secret != null && $Object.hasOwnProperty.call(message, "secret"))
                object.secret = options.bytes === $String ? $util.base64.encode(message.secret, 0, message.secret.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.secret) : message.secret;
            return object;
        };

        /**
         * Converts this ButlerLogBundle to JSON.
         * @function toJSON
         * @memberof logpb.ButlerLogBundle
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        ButlerLogBundle.prototype.toJSON = function() {
            return ButlerLogBundle.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for ButlerLogBundle
         * @function getTypeUrl
         * @memberof logpb.ButlerLogBundle
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        ButlerLogBundle.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logpb.ButlerLogBundle";
        };

        ButlerLogBundle.Entry = (function() {

            /**
             * Properties of an Entry.
             * @typedef {Object} logpb.ButlerLogBundle.Entry.$Properties
             * @property {logpb.LogStreamDescriptor.$Properties|null} [desc] Entry desc
             * @property {Uint8Array|null} [deprecatedEntrySecret] Entry deprecatedEntrySecret
             * @property {boolean|null} [terminal] Entry terminal
             * @property {number|Long|null} [terminalIndex] Entry terminalIndex
             * @property {Array.<logpb.LogEntry.$Properties>|null} [logs] Entry logs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Entry.
             * @memberof logpb.ButlerLogBundle
             * @interface IEntry
             * @augments logpb.ButlerLogBundle.Entry.$Properties
             * @deprecated Use logpb.ButlerLogBundle.Entry.$Properties instead.
             */

            /**
             * Shape of an Entry.
             * @typedef {{
             *   desc?: logpb.LogStreamDescriptor.$Shape|null;
             *   deprecatedEntrySecret?: Uint8Array|null;
             *   terminal?: boolean|null;
             *   terminalIndex?: number|Long|null;
             *   logs?: Array.<logpb.LogEntry.$Shape>|null;
             *   $unknowns?: Array.<Uint8Array>;
             * }} logpb.ButlerLogBundle.Entry.$Shape
             */

            /**
             * Constructs a new Entry.
             * @memberof logpb.ButlerLogBundle
             * @classdesc Represents an Entry.
             * @constructor
             * @param {logpb.ButlerLogBundle.Entry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Entry = function (properties) {
                this.logs = [];
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Entry desc.
             * @member {logpb.LogStreamDescriptor.$Properties|null|undefined} desc
             * @memberof logpb.ButlerLogBundle.Entry
             * @instance
             */
            Entry.prototype.desc = null;

            /**
             * Entry deprecatedEntrySecret.
             * @member {Uint8Array} deprecatedEntrySecret
             * @memberof logpb.ButlerLogBundle.Entry
             * @instance
             */
            Entry.prototype.deprecatedEntrySecret = $util.newBuffer([]);

            /**
             * Entry terminal.
             * @member {boolean} terminal
             * @memberof logpb.ButlerLogBundle.Entry
             * @instance
             */
            Entry.prototype.terminal = false;

            /**
             * Entry terminalIndex.
             * @member {number|Long} terminalIndex
             * @memberof logpb.ButlerLogBundle.Entry
             * @instance
             */
            Entry.prototype.terminalIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Entry logs.
             * @member {Array.<logpb.LogEntry.$Properties>} logs
             * @memberof logpb.ButlerLogBundle.Entry
             * @instance
             */
            Entry.prototype.logs = $util.emptyArray;

            /**
             * Creates a new Entry instance using the specified properties.
             * @function create
             * @memberof logpb.ButlerLogBundle.Entry
             * @static
             * @param {logpb.ButlerLogBundle.Entry.$Properties=} [properties] Properties to set
             * @returns {logpb.ButlerLogBundle.Entry} Entry instance
             * @type {{
             *   (properties: logpb.ButlerLogBundle.Entry.$Shape): logpb.ButlerLogBundle.Entry & logpb.ButlerLogBundle.Entry.$Shape;
             *   (properties?: logpb.ButlerLogBundle.Entry.$Properties): logpb.ButlerLogBundle.Entry;
             * }}
             */
            Entry.create = function(properties) {
                return new Entry(properties);
            };

            /**
             * Encodes the specified Entry message. Does not implicitly {@link logpb.ButlerLogBundle.Entry.verify|verify} messages.
             * @function encode
             * @memberof logpb.ButlerLogBundle.Entry
             * @static
             * @param {logpb.ButlerLogBundle.Entry.$Properties} message Entry message or plain object to encode
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
                if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                    $root.logpb.LogStreamDescriptor.encode(message.desc, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.deprecatedEntrySecret != null && $Object.hasOwnProperty.call(message, "deprecatedEntrySecret") && message.deprecatedEntrySecret.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.deprecatedEntrySecret);
                if (message.terminal != null && $Object.hasOwnProperty.call(message, "terminal") && message.terminal !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.terminal);
                if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex") && (typeof message.terminalIndex === "object" ? message.terminalIndex.low || message.terminalIndex.high : message.terminalIndex !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.terminalIndex);
                if (message.logs != null && message.logs.length)
                    for (var i = 0; i < message.logs.length; ++i)
                        $root.logpb.LogEntry.encode(message.logs[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Entry message from the specified reader or buffer.
             * @function decode
             * @memberof logpb.ButlerLogBundle.Entry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {logpb.ButlerLogBundle.Entry & logpb.ButlerLogBundle.Entry.$Shape} Entry
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
                message = _target || new $root.logpb.ButlerLogBundle.Entry();
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
                            message.desc = $root.logpb.LogStreamDescriptor.decode(reader, reader.size(), $undefined, _depth + 1, message.desc);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.deprecatedEntrySecret = value;
                            else
                                delete message.deprecatedEntrySecret;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.terminal = value;
                            else
                                delete message.terminal;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.terminalIndex = value;
                            else
                                delete message.terminalIndex;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.logs && message.logs.length))
                                message.logs = [];
                            message.logs.push($root.logpb.LogEntry.decode(reader, reader.size(), $undefined, _depth + 1));
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
             * @memberof logpb.ButlerLogBundle.Entry
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
                if (message.desc != null && $Object.hasOwnProperty.call(message, "desc")) {
                    var error = $root.logpb.LogStreamDescriptor.verify(message.desc, _depth + 1);
                    if (error)
                        return "desc." + error;
                }
                if (message.deprecatedEntrySecret != null && $Object.hasOwnProperty.call(message, "deprecatedEntrySecret"))
                    if (!(message.deprecatedEntrySecret && typeof message.deprecatedEntrySecret.length === "number" || $util.isString(message.deprecatedEntrySecret)))
                        return "deprecatedEntrySecret: buffer expected";
                if (message.terminal != null && $Object.hasOwnProperty.call(message, "terminal"))
                    if (typeof message.terminal !== "boolean")
                        return "terminal: boolean expected";
                if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                    if (!$util.isInteger(message.terminalIndex) && !(message.terminalIndex && $util.isInteger(message.terminalIndex.low) && $util.isInteger(message.terminalIndex.high)))
                        return "terminalIndex: integer|Long expected";
                if (message.logs != null && $Object.hasOwnProperty.call(message, "logs")) {
                    if (!$Array.isArray(message.logs))
                        return "logs: array expected";
                    for (var i = 0; i < message.logs.length; ++i) {
                        var error = $root.logpb.LogEntry.verify(message.logs[i], _depth + 1);
                        if (error)
                            return "logs." + error;
                    }
                }
                return null;
            };

            /**
             * Creates an Entry message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof logpb.ButlerLogBundle.Entry
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {logpb.ButlerLogBundle.Entry} Entry
             */
            Entry.fromObject = function (object, _depth) {
                if (object instanceof $root.logpb.ButlerLogBundle.Entry)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".logpb.ButlerLogBundle.Entry: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var message = new $root.logpb.ButlerLogBundle.Entry();
                if (object.desc != null) {
                    if (!$util.isObject(object.desc))
                        throw $TypeError(".logpb.ButlerLogBundle.Entry.desc: object expected");
                    message.desc = $root.logpb.LogStreamDescriptor.fromObject(object.desc, _depth + 1);
                }
                if (object.deprecatedEntrySecret != null)
                    if (object.deprecatedEntrySecret.length)
                        if (typeof object.deprecatedEntrySecret === "string")
                            $util.base64.decode(object.deprecatedEntrySecret, message.deprecatedEntrySecret = $util.newBuffer($util.base64.length(object.deprecatedEntrySecret)), 0);
                        else if (object.deprecatedEntrySecret.length >= 0)
                            message.deprecatedEntrySecret = object.deprecatedEntrySecret;
                if (object.terminal != null)
                    if (object.terminal)
                        message.terminal = $Boolean(object.terminal);
                if (object.terminalIndex != null)
                    if (typeof object.terminalIndex === "object" ? object.terminalIndex.low || object.terminalIndex.high : $Number(object.terminalIndex) !== 0)
                        if ($util.Long)
                            message.terminalIndex = $util.Long.fromValue(object.terminalIndex, true);
                        else if (typeof object.terminalIndex === "string")
                            message.terminalIndex = $parseInt(object.terminalIndex, 10);
                        else if (typeof object.terminalIndex === "number")
                            message.terminalIndex = object.terminalIndex;
                        else if (typeof object.terminalIndex === "object")
                            message.terminalIndex = new $util.LongBits(object.terminalIndex.low >>> 0, object.terminalIndex.high >>> 0).toNumber(true);
                if (object.logs) {
                    if (!$Array.isArray(object.logs))
                        throw $TypeError(".logpb.ButlerLogBundle.Entry.logs: array expected");
                    message.logs = $Array(object.logs.length);
                    for (var i = 0; i < object.logs.length; ++i) {
                        if (!$util.isObject(object.logs[i]))
                            throw $TypeError(".logpb.ButlerLogBundle.Entry.logs: object expected");
                        message.logs[i] = $root.logpb.LogEntry.fromObject(object.logs[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an Entry message. Also converts values to other types if specified.
             * @function toObject
             * @memberof logpb.ButlerLogBundle.Entry
             * @static
             * @param {logpb.ButlerLogBundle.Entry} message Entry
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
                if (options.arrays || options.defaults)
                    object.logs = [];
                if (options.defaults) {
                    object.desc = null;
                    if (options.bytes === $String)
                        object.deprecatedEntrySecret = "";
                    else {
                        object.deprecatedEntrySecret = [];
                        if (options.bytes !== $Array)
                            object.deprecatedEntrySecret = $util.newBuffer(object.deprecatedEntrySecret);
                    }
                    object.terminal = false;
                    if ($util.Long) {
                        var long = new $util.Long(0, 0, true);
                        object.terminalIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.terminalIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                }
                if (message.desc != null && $Object.hasOwnProperty.call(message, "desc"))
                    object.desc = $root.logpb.LogStreamDescriptor.toObject(message.desc, options, _depth + 1);
                if (message.deprecatedEntrySecret != null && $Object.hasOwnProperty.call(message, "deprecatedEntrySecret"))
                    object.deprecatedEntrySecret = options.bytes === $String ? $util.base64.encode(message.deprecatedEntrySecret, 0, message.deprecatedEntrySecret.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.deprecatedEntrySecret) : message.deprecatedEntrySecret;
                if (message.terminal != null && $Object.hasOwnProperty.call(message, "terminal"))
                    object.terminal = message.terminal;
                if (message.terminalIndex != null && $Object.hasOwnProperty.call(message, "terminalIndex"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.terminalIndex = typeof message.terminalIndex === "number" ? $BigInt(message.terminalIndex) : $util.Long.fromBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0, true).toBigInt();
                    else if (typeof message.terminalIndex === "number")
                        object.terminalIndex = options.longs === $String ? $String(message.terminalIndex) : message.terminalIndex;
                    else
                        object.terminalIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.terminalIndex) : options.longs === $Number ? new $util.LongBits(message.terminalIndex.low >>> 0, message.terminalIndex.high >>> 0).toNumber(true) : message.terminalIndex;
                if (message.logs && message.logs.length) {
                    object.logs = $Array(message.logs.length);
                    for (var j = 0; j < message.logs.length; ++j)
                        object.logs[j] = $root.logpb.LogEntry.toObject(message.logs[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this Entry to JSON.
             * @function toJSON
             * @memberof logpb.ButlerLogBundle.Entry
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Entry.prototype.toJSON = function() {
                return Entry.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Entry
             * @function getTypeUrl
             * @memberof logpb.ButlerLogBundle.Entry
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Entry.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/logpb.ButlerLogBundle.Entry";
            };

            return Entry;
        })();

        return ButlerLogBundle;
    })();

    /**
     * StreamType enum.
     * @name logpb.StreamType
     * @enum {number}
     * @property {number} TEXT=0 TEXT value
     * @property {number} BINARY=1 BINARY value
     * @property {number} DATAGRAM=2 DATAGRAM value
     */
    logpb.StreamType = (function() {
        var valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "TEXT"] = 0;
        values[valuesById[1] = "BINARY"] = 1;
        values[valuesById[2] = "DATAGRAM"] = 2;
        return values;
    })();

    logpb.LogStreamDescriptor = (function() {

        /**
         * Properties of a LogStreamDescriptor.
         * @typedef {Object} logpb.LogStreamDescriptor.$Properties
         * @property {string|null} [prefix] LogStreamDescriptor prefix
         * @property {string|null} [name] LogStreamDescriptor name
         * @property {logpb.StreamType|null} [streamType] LogStreamDescriptor streamType
         * @property {string|null} [contentType] LogStreamDescriptor contentType
         * @property {google.protobuf.Timestamp.$Properties|null} [timestamp] LogStreamDescriptor timestamp
         * @property {Object.<string,string>|null} [tags] LogStreamDescriptor tags
         * @property {string|null} [binaryFileExt] LogStreamDescriptor binaryFileExt
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogStreamDescriptor.
         * @memberof logpb
         * @interface ILogStreamDescriptor
         * @augments logpb.LogStreamDescriptor.$Properties
         * @deprecated Use logpb.LogStreamDescriptor.$Properties instead.
         */

        /**
         * Shape of a LogStreamDescriptor.
         * @typedef {logpb.LogStreamDescriptor.$Properties} logpb.LogStreamDescriptor.$Shape
         */

        /**
         * Constructs a new LogStreamDescriptor.
         * @memberof logpb
         * @classdesc Represents a LogStreamDescriptor.
         * @constructor
         * @param {logpb.LogStreamDescriptor.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var LogStreamDescriptor = function (properties) {
            this.tags = {};
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogStreamDescriptor prefix.
         * @member {string} prefix
         * @memberof logpb.LogStreamDescriptor
         * @instance
         */
        LogStreamDescriptor.prototype.prefix = "";

        /**
         * LogStreamDescriptor name.
         * @member {string} name
         * @memberof logpb.LogStreamDescriptor
         * @instance
         */
        LogStreamDescriptor.prototype.name = "";

        /**
         * LogStreamDescriptor streamType.
         * @member {logpb.StreamType} streamType
         * @memberof logpb.LogStreamDescriptor
         * @instance
         */
        LogStreamDescriptor.prototype.streamType = 0;

        /**
         * LogStreamDescriptor contentType.
         * @member {string} contentType
         * @memberof logpb.LogStreamDescriptor
         * @instance
         */
        LogStreamDescriptor.prototype.contentType = "";

        /**
         * LogStreamDescriptor timestamp.
         * @member {google.protobuf.Timestamp.$Properties|null|undefined} timestamp
         * @memberof logpb.LogStreamDescriptor
         * @instance
         */
        LogStreamDescriptor.prototype.timestamp = null;

        /**
         * LogStreamDescriptor tags.
         * @member {Object.<string,string>} tags
         * @memberof logpb.LogStreamDescriptor
         * @instance
         */
        LogStreamDescriptor.prototype.tags = $util.emptyObject;

        /**
         * LogStreamDescriptor binaryFileExt.
         * @member {string} binaryFileExt
         * @memberof logpb.LogStreamDescriptor
         * @instance
         */
        LogStreamDescriptor.prototype.binaryFileExt = "";

        /**
         * Creates a new LogStreamDescriptor instance using the specified properties.
         * @function create
         * @memberof logpb.LogStreamDescriptor
         * @static
         * @param {logpb.LogStreamDescriptor.$Properties=} [properties] Properties to set
         * @returns {logpb.LogStreamDescriptor} LogStreamDescriptor instance
         * @type {{
         *   (properties: logpb.LogStreamDescriptor.$Shape): logpb.LogStreamDescriptor & logpb.LogStreamDescriptor.$Shape;
         *   (properties?: logpb.LogStreamDescriptor.$Properties): logpb.LogStreamDescriptor;
         * }}
         */
        LogStreamDescriptor.create = function(properties) {
            return new LogStreamDescriptor(properties);
        };

        /**
         * Encodes the specified LogStreamDescriptor message. Does not implicitly {@link logpb.LogStreamDescriptor.verify|verify} messages.
         * @function encode
         * @memberof logpb.LogStreamDescriptor
         * @static
         * @param {logpb.LogStreamDescriptor.$Properties} message LogStreamDescriptor message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogStreamDescriptor.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix") && message.prefix !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.prefix);
            if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.name);
            if (message.streamType != null && $Object.hasOwnProperty.call(message, "streamType") && message.streamType !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).int32(message.streamType);
            if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType") && message.contentType !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.contentType);
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                $root.google.protobuf.Timestamp.encode(message.timestamp, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.tags != null && $Object.hasOwnProperty.call(message, "tags"))
                for (var keys = $Object.keys(message.tags), i = 0; i < keys.length; ++i)
                    writer.uint32(/* id 6, wireType 2 =*/50).fork().uint32(/* id 1, wireType 2 =*/10).string(keys[i]).uint32(/* id 2, wireType 2 =*/18).string(message.tags[keys[i]]).ldelim();
            if (message.binaryFileExt != null && $Object.hasOwnProperty.call(message, "binaryFileExt") && message.binaryFileExt !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.binaryFileExt);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogStreamDescriptor message from the specified reader or buffer.
         * @function decode
         * @memberof logpb.LogStreamDescriptor
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logpb.LogStreamDescriptor & logpb.LogStreamDescriptor.$Shape} LogStreamDescriptor
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogStreamDescriptor.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            var end, message, key, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.logpb.LogStreamDescriptor();
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
                            message.prefix = value;
                        else
                            delete message.prefix;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.name = value;
                        else
                            delete message.name;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.streamType = value;
                        else
                            delete message.streamType;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.contentType = value;
                        else
                            delete message.contentType;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.timestamp = $root.google.protobuf.Timestamp.decode(reader, reader.size(), $undefined, _depth + 1, message.timestamp);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (message.tags === $util.emptyObject)
                            message.tags = {};
                        var end2 = reader.size() + reader.pos;
                        if (end2 > reader.len)
                            throw $RangeError("index out of range");
                        reader.len = end2;
                        key = "";
                        value = "";
                        while (reader.pos < end2) {
                            var tag2 = reader.tag();
                            wireType = tag2 & 7;
                            switch (tag2 >>>= 3) {
                            case 1:
                                if (wireType !== 2)
                                    break;
                                key = reader.stringVerify();
                                continue;
                            case 2:
                                if (wireType !== 2)
                                    break;
                                value = reader.stringVerify();
                                continue;
                            }
                            reader.skipType(wireType, _depth, tag2);
                        }
                        if (reader.pos !== end2)
                            throw $RangeError("index out of range");
                        reader.len = end;
                        if (key === "__proto__")
                            $util.makeProp(message.tags, key);
                        message.tags[key] = value;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.binaryFileExt = value;
                        else
                            delete message.binaryFileExt;
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
         * Verifies a LogStreamDescriptor message.
         * @function verify
         * @memberof logpb.LogStreamDescriptor
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LogStreamDescriptor.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                if (!$util.isString(message.prefix))
                    return "prefix: string expected";
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                if (!$util.isString(message.name))
                    return "name: string expected";
            if (message.streamType != null && $Object.hasOwnProperty.call(message, "streamType"))
                if (typeof message.streamType !== "number" || (message.streamType | 0) !== message.streamType)
                    return "streamType: enum value expected";
            if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType"))
                if (!$util.isString(message.contentType))
                    return "contentType: string expected";
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp")) {
                var error = $root.google.protobuf.Timestamp.verify(message.timestamp, _depth + 1);
                if (error)
                    return "timestamp." + error;
            }
            if (message.tags != null && $Object.hasOwnProperty.call(message, "tags")) {
                if (!$util.isObject(message.tags))
                    return "tags: object expected";
                var key = $Object.keys(message.tags);
                for (var i = 0; i < key.length; ++i)
                    if (!$util.isString(message.tags[key[i]]))
                        return "tags: string{k:string} expected";
            }
            if (message.binaryFileExt != null && $Object.hasOwnProperty.call(message, "binaryFileExt"))
                if (!$util.isString(message.binaryFileExt))
                    return "binaryFileExt: string expected";
            return null;
        };

        /**
         * Creates a LogStreamDescriptor message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logpb.LogStreamDescriptor
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logpb.LogStreamDescriptor} LogStreamDescriptor
         */
        LogStreamDescriptor.fromObject = function (object, _depth) {
            if (object instanceof $root.logpb.LogStreamDescriptor)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logpb.LogStreamDescriptor: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logpb.LogStreamDescriptor();
            if (object.prefix != null)
                if (typeof object.prefix !== "string" || object.prefix.length)
                    message.prefix = $String(object.prefix);
            if (object.name != null)
                if (typeof object.name !== "string" || object.name.length)
                    message.name = $String(object.name);
            if (object.streamType !== 0 && (typeof object.streamType !== "string" || $root.logpb.StreamType[object.streamType] !== 0))
                switch (object.streamType) {
                case "TEXT":
                case 0:
                    message.streamType = 0;
                    break;
                case "BINARY":
                case 1:
                    message.streamType = 1;
                    break;
                case "DATAGRAM":
                case 2:
                    message.streamType = 2;
                    break;
                default:
                    if (typeof object.streamType === "number" && (object.streamType | 0) === object.streamType)
                        message.streamType = object.streamType;
                }
            if (object.contentType != null)
                if (typeof object.contentType !== "string" || object.contentType.length)
                    message.contentType = $String(object.contentType);
            if (object.timestamp != null) {
                if (!$util.isObject(object.timestamp))
                    throw $TypeError(".logpb.LogStreamDescriptor.timestamp: object expected");
                message.timestamp = $root.google.protobuf.Timestamp.fromObject(object.timestamp, _depth + 1);
            }
            if (object.tags) {
                if (!$util.isObject(object.tags))
                    throw $TypeError(".logpb.LogStreamDescriptor.tags: object expected");
                message.tags = {};
                for (var keys = $Object.keys(object.tags), i = 0; i < keys.length; ++i) {
                    if (keys[i] === "__proto__")
                        $util.makeProp(message.tags, keys[i]);
                    message.tags[keys[i]] = $String(object.tags[keys[i]]);
                }
            }
            if (object.binaryFileExt != null)
                if (typeof object.binaryFileExt !== "string" || object.binaryFileExt.length)
                    message.binaryFileExt = $String(object.binaryFileExt);
            return message;
        };

        /**
         * Creates a plain object from a LogStreamDescriptor message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logpb.LogStreamDescriptor
         * @static
         * @param {logpb.LogStreamDescriptor} message LogStreamDescriptor
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LogStreamDescriptor.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.objects || options.defaults)
                object.tags = {};
            if (options.defaults) {
                object.prefix = "";
                object.name = "";
                object.streamType = options.enums === $String ? "TEXT" : 0;
                object.contentType = "";
                object.timestamp = null;
                object.binaryFileExt = "";
            }
            if (message.prefix != null && $Object.hasOwnProperty.call(message, "prefix"))
                object.prefix = message.prefix;
            if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                object.name = message.name;
            if (message.streamType != null && $Object.hasOwnProperty.call(message, "streamType"))
                object.streamType = options.enums === $String ? $root.logpb.StreamType[message.streamType] === $undefined ? message.streamType : $root.logpb.StreamType[message.streamType] : message.streamType;
            if (message.contentType != null && $Object.hasOwnProperty.call(message, "contentType"))
                object.contentType = message.contentType;
            if (message.timestamp != null && $Object.hasOwnProperty.call(message, "timestamp"))
                object.timestamp = $root.google.protobuf.Timestamp.toObject(message.timestamp, options, _depth + 1);
            var keys2;
            if (message.tags && (keys2 = $Object.keys(message.tags)).length) {
                object.tags = {};
                for (var j = 0; j < keys2.length; ++j) {
                    if (keys2[j] === "__proto__")
                        $util.makeProp(object.tags, keys2[j]);
                    object.tags[keys2[j]] = message.tags[keys2[j]];
                }
            }
            if (message.binaryFileExt != null && $Object.hasOwnProperty.call(message, "binaryFileExt"))
                object.binaryFileExt = message.binaryFileExt;
            return object;
        };

        /**
         * Converts this LogStreamDescriptor to JSON.
         * @function toJSON
         * @memberof logpb.LogStreamDescriptor
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LogStreamDescriptor.prototype.toJSON = function() {
            return LogStreamDescriptor.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LogStreamDescriptor
         * @function getTypeUrl
         * @memberof logpb.LogStreamDescriptor
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LogStreamDescriptor.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logpb.LogStreamDescriptor";
        };

        return LogStreamDescriptor;
    })();

    logpb.Text = (function() {

        /**
         * Properties of a Text.
         * @typedef {Object} logpb.Text.$Properties
         * @property {Array.<logpb.Text.Line.$Properties>|null} [lines] Text lines
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Text.
         * @memberof logpb
         * @interface IText
         * @augments logpb.Text.$Properties
         * @deprecated Use logpb.Text.$Properties instead.
         */

        /**
         * Shape of a Text.
         * @typedef {logpb.Text.$Properties} logpb.Text.$Shape
         */

        /**
         * Constructs a new Text.
         * @memberof logpb
         * @classdesc Represents a Text.
         * @constructor
         * @param {logpb.Text.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var Text = function (properties) {
            this.lines = [];
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Text lines.
         * @member {Array.<logpb.Text.Line.$Properties>} lines
         * @memberof logpb.Text
         * @instance
         */
        Text.prototype.lines = $util.emptyArray;

        /**
         * Creates a new Text instance using the specified properties.
         * @function create
         * @memberof logpb.Text
         * @static
         * @param {logpb.Text.$Properties=} [properties] Properties to set
         * @returns {logpb.Text} Text instance
         * @type {{
         *   (properties: logpb.Text.$Shape): logpb.Text & logpb.Text.$Shape;
         *   (properties?: logpb.Text.$Properties): logpb.Text;
         * }}
         */
        Text.create = function(properties) {
            return new Text(properties);
        };

        /**
         * Encodes the specified Text message. Does not implicitly {@link logpb.Text.verify|verify} messages.
         * @function encode
         * @memberof logpb.Text
         * @static
         * @param {logpb.Text.$Properties} message Text message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Text.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.lines != null && message.lines.length)
                for (var i = 0; i < message.lines.length; ++i)
                    $root.logpb.Text.Line.encode(message.lines[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Text message from the specified reader or buffer.
         * @function decode
         * @memberof logpb.Text
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logpb.Text & logpb.Text.$Shape} Text
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Text.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.logpb.Text();
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
                        if (!(message.lines && message.lines.length))
                            message.lines = [];
                        message.lines.push($root.logpb.Text.Line.decode(reader, reader.size(), $undefined, _depth + 1));
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
         * Verifies a Text message.
         * @function verify
         * @memberof logpb.Text
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Text.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.lines != null && $Object.hasOwnProperty.call(message, "lines")) {
                if (!$Array.isArray(message.lines))
                    return "lines: array expected";
                for (var i = 0; i < message.lines.length; ++i) {
                    var error = $root.logpb.Text.Line.verify(message.lines[i], _depth + 1);
                    if (error)
                        return "lines." + error;
                }
            }
            return null;
        };

        /**
         * Creates a Text message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logpb.Text
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logpb.Text} Text
         */
        Text.fromObject = function (object, _depth) {
            if (object instanceof $root.logpb.Text)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logpb.Text: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logpb.Text();
            if (object.lines) {
                if (!$Array.isArray(object.lines))
                    throw $TypeError(".logpb.Text.lines: array expected");
                message.lines = $Array(object.lines.length);
                for (var i = 0; i < object.lines.length; ++i) {
                    if (!$util.isObject(object.lines[i]))
                        throw $TypeError(".logpb.Text.lines: object expected");
                    message.lines[i] = $root.logpb.Text.Line.fromObject(object.lines[i], _depth + 1);
                }
            }
            return message;
        };

        /**
         * Creates a plain object from a Text message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logpb.Text
         * @static
         * @param {logpb.Text} message Text
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Text.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.arrays || options.defaults)
                object.lines = [];
            if (message.lines && message.lines.length) {
                object.lines = $Array(message.lines.length);
                for (var j = 0; j < message.lines.length; ++j)
                    object.lines[j] = $root.logpb.Text.Line.toObject(message.lines[j], options, _depth + 1);
            }
            return object;
        };

        /**
         * Converts this Text to JSON.
         * @function toJSON
         * @memberof logpb.Text
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Text.prototype.toJSON = function() {
            return Text.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Text
         * @function getTypeUrl
         * @memberof logpb.Text
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Text.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logpb.Text";
        };

        Text.Line = (function() {

            /**
             * Properties of a Line.
             * @typedef {Object} logpb.Text.Line.$Properties
             * @property {Uint8Array|null} [value] Line value
             * @property {string|null} [delimiter] Line delimiter
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Line.
             * @memberof logpb.Text
             * @interface ILine
             * @augments logpb.Text.Line.$Properties
             * @deprecated Use logpb.Text.Line.$Properties instead.
             */

            /**
             * Shape of a Line.
             * @typedef {logpb.Text.Line.$Properties} logpb.Text.Line.$Shape
             */

            /**
             * Constructs a new Line.
             * @memberof logpb.Text
             * @classdesc Represents a Line.
             * @constructor
             * @param {logpb.Text.Line.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Line = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Line value.
             * @member {Uint8Array} value
             * @memberof logpb.Text.Line
             * @instance
             */
            Line.prototype.value = $util.newBuffer([]);

            /**
             * Line delimiter.
             * @member {string} delimiter
             * @memberof logpb.Text.Line
             * @instance
             */
            Line.prototype.delimiter = "";

            /**
             * Creates a new Line instance using the specified properties.
             * @function create
             * @memberof logpb.Text.Line
             * @static
             * @param {logpb.Text.Line.$Properties=} [properties] Properties to set
             * @returns {logpb.Text.Line} Line instance
             * @type {{
             *   (properties: logpb.Text.Line.$Shape): logpb.Text.Line & logpb.Text.Line.$Shape;
             *   (properties?: logpb.Text.Line.$Properties): logpb.Text.Line;
             * }}
             */
            Line.create = function(properties) {
                return new Line(properties);
            };

            /**
             * Encodes the specified Line message. Does not implicitly {@link logpb.Text.Line.verify|verify} messages.
             * @function encode
             * @memberof logpb.Text.Line
             * @static
             * @param {logpb.Text.Line.$Properties} message Line message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Line.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.value);
                if (message.delimiter != null && $Object.hasOwnProperty.call(message, "delimiter") && message.delimiter !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.delimiter);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Line message from the specified reader or buffer.
             * @function decode
             * @memberof logpb.Text.Line
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {logpb.Text.Line & logpb.Text.Line.$Shape} Line
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Line.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.logpb.Text.Line();
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
                            if ((value = reader.bytes()).length)
                                message.value = value;
                            else
                                delete message.value;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.delimiter = value;
                            else
                                delete message.delimiter;
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
             * Verifies a Line message.
             * @function verify
             * @memberof logpb.Text.Line
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Line.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    if (!(message.value && typeof message.value.length === "number" || $util.isString(message.value)))
                        return "value: buffer expected";
                if (message.delimiter != null && $Object.hasOwnProperty.call(message, "delimiter"))
                    if (!$util.isString(message.delimiter))
                        return "delimiter: string expected";
                return null;
            };

            /**
             * Creates a Line message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof logpb.Text.Line
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {logpb.Text.Line} Line
             */
            Line.fromObject = function (object, _depth) {
                if (object instanceof $root.logpb.Text.Line)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".logpb.Text.Line: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var message = new $root.logpb.Text.Line();
                if (object.value != null)
                    if (object.value.length)
                        if (typeof object.value === "string")
                            $util.base64.decode(object.value, message.value = $util.newBuffer($util.base64.length(object.value)), 0);
                        else if (object.value.length >= 0)
                            message.value = object.value;
                if (object.delimiter != null)
                    if (typeof object.delimiter !== "string" || object.delimiter.length)
                        message.delimiter = $String(object.delimiter);
                return message;
            };

            /**
             * Creates a plain object from a Line message. Also converts values to other types if specified.
             * @function toObject
             * @memberof logpb.Text.Line
             * @static
             * @param {logpb.Text.Line} message Line
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Line.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var object = {};
                if (options.defaults) {
                    if (options.bytes === $String)
                        object.value = "";
                    else {
                        object.value = [];
                        if (options.bytes !== $Array)
                            object.value = $util.newBuffer(object.value);
                    }
                    object.delimiter = "";
                }
                if (message.value != null && $Object.hasOwnProperty.call(message, "value"))
                    object.value = options.bytes === $String ? $util.base64.encode(message.value, 0, message.value.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.value) : message.value;
                if (message.delimiter != null && $Object.hasOwnProperty.call(message, "delimiter"))
                    object.delimiter = message.delimiter;
                return object;
            };

            /**
             * Converts this Line to JSON.
             * @function toJSON
             * @memberof logpb.Text.Line
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Line.prototype.toJSON = function() {
                return Line.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Line
             * @function getTypeUrl
             * @memberof logpb.Text.Line
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Line.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/logpb.Text.Line";
            };

            return Line;
        })();

        return Text;
    })();

    logpb.Binary = (function() {

        /**
         * Properties of a Binary.
         * @typedef {Object} logpb.Binary.$Properties
         * @property {Uint8Array|null} [data] Binary data
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Binary.
         * @memberof logpb
         * @interface IBinary
         * @augments logpb.Binary.$Properties
         * @deprecated Use logpb.Binary.$Properties instead.
         */

        /**
         * Shape of a Binary.
         * @typedef {logpb.Binary.$Properties} logpb.Binary.$Shape
         */

        /**
         * Constructs a new Binary.
         * @memberof logpb
         * @classdesc Represents a Binary.
         * @constructor
         * @param {logpb.Binary.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var Binary = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Binary data.
         * @member {Uint8Array} data
         * @memberof logpb.Binary
         * @instance
         */
        Binary.prototype.data = $util.newBuffer([]);

        /**
         * Creates a new Binary instance using the specified properties.
         * @function create
         * @memberof logpb.Binary
         * @static
         * @param {logpb.Binary.$Properties=} [properties] Properties to set
         * @returns {logpb.Binary} Binary instance
         * @type {{
         *   (properties: logpb.Binary.$Shape): logpb.Binary & logpb.Binary.$Shape;
         *   (properties?: logpb.Binary.$Properties): logpb.Binary;
         * }}
         */
        Binary.create = function(properties) {
            return new Binary(properties);
        };

        /**
         * Encodes the specified Binary message. Does not implicitly {@link logpb.Binary.verify|verify} messages.
         * @function encode
         * @memberof logpb.Binary
         * @static
         * @param {logpb.Binary.$Properties} message Binary message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Binary.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.data);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Binary message from the specified reader or buffer.
         * @function decode
         * @memberof logpb.Binary
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logpb.Binary & logpb.Binary.$Shape} Binary
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Binary.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.logpb.Binary();
            while (reader.pos < end) {
                var start = reader.pos;
                var tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                var wireType = tag & 7;
                switch (tag >>>= 3) {
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.data = value;
                        else
                            delete message.data;
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
         * Verifies a Binary message.
         * @function verify
         * @memberof logpb.Binary
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Binary.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                if (!(message.data && typeof message.data.length === "number" || $util.isString(message.data)))
                    return "data: buffer expected";
            return null;
        };

        /**
         * Creates a Binary message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logpb.Binary
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logpb.Binary} Binary
         */
        Binary.fromObject = function (object, _depth) {
            if (object instanceof $root.logpb.Binary)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logpb.Binary: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logpb.Binary();
            if (object.data != null)
                if (object.data.length)
                    if (typeof object.data === "string")
                        $util.base64.decode(object.data, message.data = $util.newBuffer($util.base64.length(object.data)), 0);
                    else if (object.data.length >= 0)
                        message.data = object.data;
            return message;
        };

        /**
         * Creates a plain object from a Binary message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logpb.Binary
         * @static
         * @param {logpb.Binary} message Binary
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Binary.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults)
                if (options.bytes === $String)
                    object.data = "";
                else {
                    object.data = [];
                    if (options.bytes !== $Array)
                        object.data = $util.newBuffer(object.data);
                }
            if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                object.data = options.bytes === $String ? $util.base64.encode(message.data, 0, message.data.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.data) : message.data;
            return object;
        };

        /**
         * Converts this Binary to JSON.
         * @function toJSON
         * @memberof logpb.Binary
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Binary.prototype.toJSON = function() {
            return Binary.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Binary
         * @function getTypeUrl
         * @memberof logpb.Binary
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Binary.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logpb.Binary";
        };

        return Binary;
    })();

    logpb.Datagram = (function() {

        /**
         * Properties of a Datagram.
         * @typedef {Object} logpb.Datagram.$Properties
         * @property {Uint8Array|null} [data] Datagram data
         * @property {logpb.Datagram.Partial.$Properties|null} [partial] Datagram partial
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Datagram.
         * @memberof logpb
         * @interface IDatagram
         * @augments logpb.Datagram.$Properties
         * @deprecated Use logpb.Datagram.$Properties instead.
         */

        /**
         * Shape of a Datagram.
         * @typedef {logpb.Datagram.$Properties} logpb.Datagram.$Shape
         */

        /**
         * Constructs a new Datagram.
         * @memberof logpb
         * @classdesc Represents a Datagram.
         * @constructor
         * @param {logpb.Datagram.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var Datagram = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Datagram data.
         * @member {Uint8Array} data
         * @memberof logpb.Datagram
         * @instance
         */
        Datagram.prototype.data = $util.newBuffer([]);

        /**
         * Datagram partial.
         * @member {logpb.Datagram.Partial.$Properties|null|undefined} partial
         * @memberof logpb.Datagram
         * @instance
         */
        Datagram.prototype.partial = null;

        /**
         * Creates a new Datagram instance using the specified properties.
         * @function create
         * @memberof logpb.Datagram
         * @static
         * @param {logpb.Datagram.$Properties=} [properties] Properties to set
         * @returns {logpb.Datagram} Datagram instance
         * @type {{
         *   (properties: logpb.Datagram.$Shape): logpb.Datagram & logpb.Datagram.$Shape;
         *   (properties?: logpb.Datagram.$Properties): logpb.Datagram;
         * }}
         */
        Datagram.create = function(properties) {
            return new Datagram(properties);
        };

        /**
         * Encodes the specified Datagram message. Does not implicitly {@link logpb.Datagram.verify|verify} messages.
         * @function encode
         * @memberof logpb.Datagram
         * @static
         * @param {logpb.Datagram.$Properties} message Datagram message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Datagram.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.data);
            if (message.partial != null && $Object.hasOwnProperty.call(message, "partial"))
                $root.logpb.Datagram.Partial.encode(message.partial, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Datagram message from the specified reader or buffer.
         * @function decode
         * @memberof logpb.Datagram
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logpb.Datagram & logpb.Datagram.$Shape} Datagram
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Datagram.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.logpb.Datagram();
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
                        if ((value = reader.bytes()).length)
                            message.data = value;
                        else
                            delete message.data;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.partial = $root.logpb.Datagram.Partial.decode(reader, reader.size(), $undefined, _depth + 1, message.partial);
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
         * Verifies a Datagram message.
         * @function verify
         * @memberof logpb.Datagram
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        Datagram.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                if (!(message.data && typeof message.data.length === "number" || $util.isString(message.data)))
                    return "data: buffer expected";
            if (message.partial != null && $Object.hasOwnProperty.call(message, "partial")) {
                var error = $root.logpb.Datagram.Partial.verify(message.partial, _depth + 1);
                if (error)
                    return "partial." + error;
            }
            return null;
        };

        /**
         * Creates a Datagram message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logpb.Datagram
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logpb.Datagram} Datagram
         */
        Datagram.fromObject = function (object, _depth) {
            if (object instanceof $root.logpb.Datagram)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logpb.Datagram: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logpb.Datagram();
            if (object.data != null)
                if (object.data.length)
                    if (typeof object.data === "string")
                        $util.base64.decode(object.data, message.data = $util.newBuffer($util.base64.length(object.data)), 0);
                    else if (object.data.length >= 0)
                        message.data = object.data;
            if (object.partial != null) {
                if (!$util.isObject(object.partial))
                    throw $TypeError(".logpb.Datagram.partial: object expected");
                message.partial = $root.logpb.Datagram.Partial.fromObject(object.partial, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a Datagram message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logpb.Datagram
         * @static
         * @param {logpb.Datagram} message Datagram
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        Datagram.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                if (options.bytes === $String)
                    object.data = "";
                else {
                    object.data = [];
                    if (options.bytes !== $Array)
                        object.data = $util.newBuffer(object.data);
                }
                object.partial = null;
            }
            if (message.data != null && $Object.hasOwnProperty.call(message, "data"))
                object.data = options.bytes === $String ? $util.base64.encode(message.data, 0, message.data.length) : options.bytes === $Array ? $Array.prototype.slice.call(message.data) : message.data;
            if (message.partial != null && $Object.hasOwnProperty.call(message, "partial"))
                object.partial = $root.logpb.Datagram.Partial.toObject(message.partial, options, _depth + 1);
            return object;
        };

        /**
         * Converts this Datagram to JSON.
         * @function toJSON
         * @memberof logpb.Datagram
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        Datagram.prototype.toJSON = function() {
            return Datagram.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for Datagram
         * @function getTypeUrl
         * @memberof logpb.Datagram
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        Datagram.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logpb.Datagram";
        };

        Datagram.Partial = (function() {

            /**
             * Properties of a Partial.
             * @typedef {Object} logpb.Datagram.Partial.$Properties
             * @property {number|null} [index] Partial index
             * @property {number|Long|null} [size] Partial size
             * @property {boolean|null} [last] Partial last
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Partial.
             * @memberof logpb.Datagram
             * @interface IPartial
             * @augments logpb.Datagram.Partial.$Properties
             * @deprecated Use logpb.Datagram.Partial.$Properties instead.
             */

            /**
             * Shape of a Partial.
             * @typedef {logpb.Datagram.Partial.$Properties} logpb.Datagram.Partial.$Shape
             */

            /**
             * Constructs a new Partial.
             * @memberof logpb.Datagram
             * @classdesc Represents a Partial.
             * @constructor
             * @param {logpb.Datagram.Partial.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Partial = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Partial index.
             * @member {number} index
             * @memberof logpb.Datagram.Partial
             * @instance
             */
            Partial.prototype.index = 0;

            /**
             * Partial size.
             * @member {number|Long} size
             * @memberof logpb.Datagram.Partial
             * @instance
             */
            Partial.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Partial last.
             * @member {boolean} last
             * @memberof logpb.Datagram.Partial
             * @instance
             */
            Partial.prototype.last = false;

            /**
             * Creates a new Partial instance using the specified properties.
             * @function create
             * @memberof logpb.Datagram.Partial
             * @static
             * @param {logpb.Datagram.Partial.$Properties=} [properties] Properties to set
             * @returns {logpb.Datagram.Partial} Partial instance
             * @type {{
             *   (properties: logpb.Datagram.Partial.$Shape): logpb.Datagram.Partial & logpb.Datagram.Partial.$Shape;
             *   (properties?: logpb.Datagram.Partial.$Properties): logpb.Datagram.Partial;
             * }}
             */
            Partial.create = function(properties) {
                return new Partial(properties);
            };

            /**
             * Encodes the specified Partial message. Does not implicitly {@link logpb.Datagram.Partial.verify|verify} messages.
             * @function encode
             * @memberof logpb.Datagram.Partial
             * @static
             * @param {logpb.Datagram.Partial.$Properties} message Partial message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Partial.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && $Object.hasOwnProperty.call(message, "index") && message.index !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.index);
                if (message.size != null && $Object.hasOwnProperty.call(message, "size") && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.size);
                if (message.last != null && $Object.hasOwnProperty.call(message, "last") && message.last !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.last);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (var i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Partial message from the specified reader or buffer.
             * @function decode
             * @memberof logpb.Datagram.Partial
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {logpb.Datagram.Partial & logpb.Datagram.Partial.$Shape} Partial
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Partial.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.logpb.Datagram.Partial();
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
                            if (value = reader.uint32())
                                message.index = value;
                            else
                                delete message.index;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.size = value;
                            else
                                delete message.size;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.last = value;
                            else
                                delete message.last;
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
             * Verifies a Partial message.
             * @function verify
             * @memberof logpb.Datagram.Partial
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Partial.verify = function (message, _depth) {
                if (typeof message !== "object" || message === null)
                    return "object expected";
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    return "max depth exceeded";
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    if (!$util.isInteger(message.index))
                        return "index: integer expected";
                if (message.size != null && $Object.hasOwnProperty.call(message, "size"))
                    if (!$util.isInteger(message.size) && !(message.size && $util.isInteger(message.size.low) && $util.isInteger(message.size.high)))
                        return "size: integer|Long expected";
                if (message.last != null && $Object.hasOwnProperty.call(message, "last"))
                    if (typeof message.last !== "boolean")
                        return "last: boolean expected";
                return null;
            };

            /**
             * Creates a Partial message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof logpb.Datagram.Partial
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {logpb.Datagram.Partial} Partial
             */
            Partial.fromObject = function (object, _depth) {
                if (object instanceof $root.logpb.Datagram.Partial)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".logpb.Datagram.Partial: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var message = new $root.logpb.Datagram.Partial();
                if (object.index != null)
                    if ($Number(object.index) !== 0)
                        message.index = object.index >>> 0;
                if (object.size != null)
                    if (typeof object.size === "object" ? object.size.low || object.size.high : $Number(object.size) !== 0)
                        if ($util.Long)
                            message.size = $util.Long.fromValue(object.size, true);
                        else if (typeof object.size === "string")
                            message.size = $parseInt(object.size, 10);
                        else if (typeof object.size === "number")
                            message.size = object.size;
                        else if (typeof object.size === "object")
                            message.size = new $util.LongBits(object.size.low >>> 0, object.size.high >>> 0).toNumber(true);
                if (object.last != null)
                    if (object.last)
                        message.last = $Boolean(object.last);
                return message;
            };

            /**
             * Creates a plain object from a Partial message. Also converts values to other types if specified.
             * @function toObject
             * @memberof logpb.Datagram.Partial
             * @static
             * @param {logpb.Datagram.Partial} message Partial
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Partial.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var object = {};
                if (options.defaults) {
                    object.index = 0;
                    if ($util.Long) {
                        var long = new $util.Long(0, 0, true);
                        object.size = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                    } else
                        object.size = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                    object.last = false;
                }
                if (message.index != null && $Object.hasOwnProperty.call(message, "index"))
                    object.index = message.index;
                if (message.size != null && $Object.hasOwnProperty.call(message, "size"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.size = typeof message.size === "number" ? $BigInt(message.size) : $util.Long.fromBits(message.size.low >>> 0, message.size.high >>> 0, true).toBigInt();
                    else if (typeof message.size === "number")
                        object.size = options.longs === $String ? $String(message.size) : message.size;
                    else
                        object.size = options.longs === $String ? $util.Long.prototype.toString.call(message.size) : options.longs === $Number ? new $util.LongBits(message.size.low >>> 0, message.size.high >>> 0).toNumber(true) : message.size;
                if (message.last != null && $Object.hasOwnProperty.call(message, "last"))
                    object.last = message.last;
                return object;
            };

            /**
             * Converts this Partial to JSON.
             * @function toJSON
             * @memberof logpb.Datagram.Partial
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Partial.prototype.toJSON = function() {
                return Partial.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Partial
             * @function getTypeUrl
             * @memberof logpb.Datagram.Partial
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Partial.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/logpb.Datagram.Partial";
            };

            return Partial;
        })();

        return Datagram;
    })();

    logpb.LogEntry = (function() {

        /**
         * Properties of a LogEntry.
         * @typedef {Object} logpb.LogEntry.$Properties
         * @property {google.protobuf.Duration.$Properties|null} [timeOffset] LogEntry timeOffset
         * @property {number|Long|null} [prefixIndex] LogEntry prefixIndex
         * @property {number|Long|null} [streamIndex] LogEntry streamIndex
         * @property {number|Long|null} [sequence] LogEntry sequence
         * @property {logpb.Text.$Properties|null} [text] LogEntry text
         * @property {logpb.Binary.$Properties|null} [binary] LogEntry binary
         * @property {logpb.Datagram.$Properties|null} [datagram] LogEntry datagram
         * @property {"text"|"binary"|"datagram"} [content] LogEntry content
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LogEntry.
         * @memberof logpb
         * @interface ILogEntry
         * @augments logpb.LogEntry.$Properties
         * @deprecated Use logpb.LogEntry.$Properties instead.
         */

        /**
         * Narrowed shape of a LogEntry.
         * @typedef {{
         *   timeOffset?: google.protobuf.Duration.$Shape|null;
         *   prefixIndex?: number|Long|null;
         *   streamIndex?: number|Long|null;
         *   sequence?: number|Long|null;
         *   text?: logpb.Text.$Shape|null;
         *   binary?: logpb.Binary.$Shape|null;
         *   datagram?: logpb.Datagram.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ content?: undefined; text?: null; binary?: null; datagram?: null }|{ content?: "text"; text: logpb.Text.$Shape; binary?: null; datagram?: null }|{ content?: "binary"; text?: null; binary: logpb.Binary.$Shape; datagram?: null }|{ content?: "datagram"; text?: null; binary?: null; datagram: logpb.Datagram.$Shape })
         * )} logpb.LogEntry.$Shape
         */

        /**
         * Constructs a new LogEntry.
         * @memberof logpb
         * @classdesc Represents a LogEntry.
         * @constructor
         * @param {logpb.LogEntry.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        var LogEntry = function (properties) {
            if (properties)
                for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LogEntry timeOffset.
         * @member {google.protobuf.Duration.$Properties|null|undefined} timeOffset
         * @memberof logpb.LogEntry
         * @instance
         */
        LogEntry.prototype.timeOffset = null;

        /**
         * LogEntry prefixIndex.
         * @member {number|Long} prefixIndex
         * @memberof logpb.LogEntry
         * @instance
         */
        LogEntry.prototype.prefixIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LogEntry streamIndex.
         * @member {number|Long} streamIndex
         * @memberof logpb.LogEntry
         * @instance
         */
        LogEntry.prototype.streamIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LogEntry sequence.
         * @member {number|Long} sequence
         * @memberof logpb.LogEntry
         * @instance
         */
        LogEntry.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LogEntry text.
         * @member {logpb.Text.$Properties|null|undefined} text
         * @memberof logpb.LogEntry
         * @instance
         */
        LogEntry.prototype.text = null;

        /**
         * LogEntry binary.
         * @member {logpb.Binary.$Properties|null|undefined} binary
         * @memberof logpb.LogEntry
         * @instance
         */
        LogEntry.prototype.binary = null;

        /**
         * LogEntry datagram.
         * @member {logpb.Datagram.$Properties|null|undefined} datagram
         * @memberof logpb.LogEntry
         * @instance
         */
        LogEntry.prototype.datagram = null;

        // OneOf field names bound to virtual getters and setters
        var $oneOfFields;

        /**
         * LogEntry content.
         * @member {"text"|"binary"|"datagram"|undefined} content
         * @memberof logpb.LogEntry
         * @instance
         */
        $Object.defineProperty(LogEntry.prototype, "content", {
            get: $util.oneOfGetter($oneOfFields = ["text", "binary", "datagram"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new LogEntry instance using the specified properties.
         * @function create
         * @memberof logpb.LogEntry
         * @static
         * @param {logpb.LogEntry.$Properties=} [properties] Properties to set
         * @returns {logpb.LogEntry} LogEntry instance
         * @type {{
         *   (properties: logpb.LogEntry.$Shape): logpb.LogEntry & logpb.LogEntry.$Shape;
         *   (properties?: logpb.LogEntry.$Properties): logpb.LogEntry;
         * }}
         */
        LogEntry.create = function(properties) {
            return new LogEntry(properties);
        };

        /**
         * Encodes the specified LogEntry message. Does not implicitly {@link logpb.LogEntry.verify|verify} messages.
         * @function encode
         * @memberof logpb.LogEntry
         * @static
         * @param {logpb.LogEntry.$Properties} message LogEntry message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LogEntry.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.timeOffset != null && $Object.hasOwnProperty.call(message, "timeOffset"))
                $root.google.protobuf.Duration.encode(message.timeOffset, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.prefixIndex != null && $Object.hasOwnProperty.call(message, "prefixIndex") && (typeof message.prefixIndex === "object" ? message.prefixIndex.low || message.prefixIndex.high : message.prefixIndex !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.prefixIndex);
            if (message.streamIndex != null && $Object.hasOwnProperty.call(message, "streamIndex") && (typeof message.streamIndex === "object" ? message.streamIndex.low || message.streamIndex.high : message.streamIndex !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.streamIndex);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.sequence);
            if (message.text != null && $Object.hasOwnProperty.call(message, "text"))
                $root.logpb.Text.encode(message.text, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.binary != null && $Object.hasOwnProperty.call(message, "binary"))
                $root.logpb.Binary.encode(message.binary, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
            if (message.datagram != null && $Object.hasOwnProperty.call(message, "datagram"))
                $root.logpb.Datagram.encode(message.datagram, writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (var i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LogEntry message from the specified reader or buffer.
         * @function decode
         * @memberof logpb.LogEntry
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {logpb.LogEntry & logpb.LogEntry.$Shape} LogEntry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LogEntry.decode = function (reader, length, _end, _depth, _target) {
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
            message = _target || new $root.logpb.LogEntry();
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
                        message.timeOffset = $root.google.protobuf.Duration.decode(reader, reader.size(), $undefined, _depth + 1, message.timeOffset);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.prefixIndex = value;
                        else
                            delete message.prefixIndex;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.streamIndex = value;
                        else
                            delete message.streamIndex;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.text = $root.logpb.Text.decode(reader, reader.size(), $undefined, _depth + 1, message.text);
                        message.content = "text";
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.binary = $root.logpb.Binary.decode(reader, reader.size(), $undefined, _depth + 1, message.binary);
                        message.content = "binary";
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        message.datagram = $root.logpb.Datagram.decode(reader, reader.size(), $undefined, _depth + 1, message.datagram);
                        message.content = "datagram";
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
         * Verifies a LogEntry message.
         * @function verify
         * @memberof logpb.LogEntry
         * @static
         * @param {Object.<string,*>} message Plain object to verify
         * @returns {string|null} `null` if valid, otherwise the reason why it is not
         */
        LogEntry.verify = function (message, _depth) {
            if (typeof message !== "object" || message === null)
                return "object expected";
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                return "max depth exceeded";
            var properties = {};
            if (message.timeOffset != null && $Object.hasOwnProperty.call(message, "timeOffset")) {
                var error = $root.google.protobuf.Duration.verify(message.timeOffset, _depth + 1);
                if (error)
                    return "timeOffset." + error;
            }
            if (message.prefixIndex != null && $Object.hasOwnProperty.call(message, "prefixIndex"))
                if (!$util.isInteger(message.prefixIndex) && !(message.prefixIndex && $util.isInteger(message.prefixIndex.low) && $util.isInteger(message.prefixIndex.high)))
                    return "prefixIndex: integer|Long expected";
            if (message.streamIndex != null && $Object.hasOwnProperty.call(message, "streamIndex"))
                if (!$util.isInteger(message.streamIndex) && !(message.streamIndex && $util.isInteger(message.streamIndex.low) && $util.isInteger(message.streamIndex.high)))
                    return "streamIndex: integer|Long expected";
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                if (!$util.isInteger(message.sequence) && !(message.sequence && $util.isInteger(message.sequence.low) && $util.isInteger(message.sequence.high)))
                    return "sequence: integer|Long expected";
            if (message.text != null && $Object.hasOwnProperty.call(message, "text")) {
                properties.content = 1;
                {
                    var error = $root.logpb.Text.verify(message.text, _depth + 1);
                    if (error)
                        return "text." + error;
                }
            }
            if (message.binary != null && $Object.hasOwnProperty.call(message, "binary")) {
                if (properties.content === 1)
                    return "content: multiple values";
                properties.content = 1;
                {
                    var error = $root.logpb.Binary.verify(message.binary, _depth + 1);
                    if (error)
                        return "binary." + error;
                }
            }
            if (message.datagram != null && $Object.hasOwnProperty.call(message, "datagram")) {
                if (properties.content === 1)
                    return "content: multiple values";
                properties.content = 1;
                {
                    var error = $root.logpb.Datagram.verify(message.datagram, _depth + 1);
                    if (error)
                        return "datagram." + error;
                }
            }
            return null;
        };

        /**
         * Creates a LogEntry message from a plain object. Also converts values to their respective internal types.
         * @function fromObject
         * @memberof logpb.LogEntry
         * @static
         * @param {Object.<string,*>} object Plain object
         * @returns {logpb.LogEntry} LogEntry
         */
        LogEntry.fromObject = function (object, _depth) {
            if (object instanceof $root.logpb.LogEntry)
                return object;
            if (!$util.isObject(object))
                throw $TypeError(".logpb.LogEntry: object expected");
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var message = new $root.logpb.LogEntry();
            if (object.timeOffset != null) {
                if (!$util.isObject(object.timeOffset))
                    throw $TypeError(".logpb.LogEntry.timeOffset: object expected");
                message.timeOffset = $root.google.protobuf.Duration.fromObject(object.timeOffset, _depth + 1);
            }
            if (object.prefixIndex != null)
                if (typeof object.prefixIndex === "object" ? object.prefixIndex.low || object.prefixIndex.high : $Number(object.prefixIndex) !== 0)
                    if ($util.Long)
                        message.prefixIndex = $util.Long.fromValue(object.prefixIndex, true);
                    else if (typeof object.prefixIndex === "string")
                        message.prefixIndex = $parseInt(object.prefixIndex, 10);
                    else if (typeof object.prefixIndex === "number")
                        message.prefixIndex = object.prefixIndex;
                    else if (typeof object.prefixIndex === "object")
                        message.prefixIndex = new $util.LongBits(object.prefixIndex.low >>> 0, object.prefixIndex.high >>> 0).toNumber(true);
            if (object.streamIndex != null)
                if (typeof object.streamIndex === "object" ? object.streamIndex.low || object.streamIndex.high : $Number(object.streamIndex) !== 0)
                    if ($util.Long)
                        message.streamIndex = $util.Long.fromValue(object.streamIndex, true);
                    else if (typeof object.streamIndex === "string")
                        message.streamIndex = $parseInt(object.streamIndex, 10);
                    else if (typeof object.streamIndex === "number")
                        message.streamIndex = object.streamIndex;
                    else if (typeof object.streamIndex === "object")
                        message.streamIndex = new $util.LongBits(object.streamIndex.low >>> 0, object.streamIndex.high >>> 0).toNumber(true);
            if (object.sequence != null)
                if (typeof object.sequence === "object" ? object.sequence.low || object.sequence.high : $Number(object.sequence) !== 0)
                    if ($util.Long)
                        message.sequence = $util.Long.fromValue(object.sequence, true);
                    else if (typeof object.sequence === "string")
                        message.sequence = $parseInt(object.sequence, 10);
                    else if (typeof object.sequence === "number")
                        message.sequence = object.sequence;
                    else if (typeof object.sequence === "object")
                        message.sequence = new $util.LongBits(object.sequence.low >>> 0, object.sequence.high >>> 0).toNumber(true);
            if (object.text != null) {
                if (!$util.isObject(object.text))
                    throw $TypeError(".logpb.LogEntry.text: object expected");
                message.text = $root.logpb.Text.fromObject(object.text, _depth + 1);
            }
            if (object.binary != null) {
                if (!$util.isObject(object.binary))
                    throw $TypeError(".logpb.LogEntry.binary: object expected");
                message.binary = $root.logpb.Binary.fromObject(object.binary, _depth + 1);
            }
            if (object.datagram != null) {
                if (!$util.isObject(object.datagram))
                    throw $TypeError(".logpb.LogEntry.datagram: object expected");
                message.datagram = $root.logpb.Datagram.fromObject(object.datagram, _depth + 1);
            }
            return message;
        };

        /**
         * Creates a plain object from a LogEntry message. Also converts values to other types if specified.
         * @function toObject
         * @memberof logpb.LogEntry
         * @static
         * @param {logpb.LogEntry} message LogEntry
         * @param {$protobuf.IConversionOptions} [options] Conversion options
         * @returns {Object.<string,*>} Plain object
         */
        LogEntry.toObject = function (message, options, _depth) {
            if (!options)
                options = {};
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            var object = {};
            if (options.defaults) {
                object.timeOffset = null;
                if ($util.Long) {
                    var long = new $util.Long(0, 0, true);
                    object.prefixIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.prefixIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    var long = new $util.Long(0, 0, true);
                    object.streamIndex = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.streamIndex = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
                if ($util.Long) {
                    var long = new $util.Long(0, 0, true);
                    object.sequence = options.longs === $String ? long.toString() : options.longs === $Number ? long.toNumber() : typeof $BigInt !== "undefined" && options.longs === $BigInt ? long.toBigInt() : long;
                } else
                    object.sequence = options.longs === $String ? "0" : typeof $BigInt !== "undefined" && options.longs === $BigInt ? $BigInt("0") : 0;
            }
            if (message.timeOffset != null && $Object.hasOwnProperty.call(message, "timeOffset"))
                object.timeOffset = $root.google.protobuf.Duration.toObject(message.timeOffset, options, _depth + 1);
            if (message.prefixIndex != null && $Object.hasOwnProperty.call(message, "prefixIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.prefixIndex = typeof message.prefixIndex === "number" ? $BigInt(message.prefixIndex) : $util.Long.fromBits(message.prefixIndex.low >>> 0, message.prefixIndex.high >>> 0, true).toBigInt();
                else if (typeof message.prefixIndex === "number")
                    object.prefixIndex = options.longs === $String ? $String(message.prefixIndex) : message.prefixIndex;
                else
                    object.prefixIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.prefixIndex) : options.longs === $Number ? new $util.LongBits(message.prefixIndex.low >>> 0, message.prefixIndex.high >>> 0).toNumber(true) : message.prefixIndex;
            if (message.streamIndex != null && $Object.hasOwnProperty.call(message, "streamIndex"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.streamIndex = typeof message.streamIndex === "number" ? $BigInt(message.streamIndex) : $util.Long.fromBits(message.streamIndex.low >>> 0, message.streamIndex.high >>> 0, true).toBigInt();
                else if (typeof message.streamIndex === "number")
                    object.streamIndex = options.longs === $String ? $String(message.streamIndex) : message.streamIndex;
                else
                    object.streamIndex = options.longs === $String ? $util.Long.prototype.toString.call(message.streamIndex) : options.longs === $Number ? new $util.LongBits(message.streamIndex.low >>> 0, message.streamIndex.high >>> 0).toNumber(true) : message.streamIndex;
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                    object.sequence = typeof message.sequence === "number" ? $BigInt(message.sequence) : $util.Long.fromBits(message.sequence.low >>> 0, message.sequence.high >>> 0, true).toBigInt();
                else if (typeof message.sequence === "number")
                    object.sequence = options.longs === $String ? $String(message.sequence) : message.sequence;
                else
                    object.sequence = options.longs === $String ? $util.Long.prototype.toString.call(message.sequence) : options.longs === $Number ? new $util.LongBits(message.sequence.low >>> 0, message.sequence.high >>> 0).toNumber(true) : message.sequence;
            if (message.text != null && $Object.hasOwnProperty.call(message, "text")) {
                object.text = $root.logpb.Text.toObject(message.text, options, _depth + 1);
                if (options.oneofs)
                    object.content = "text";
            }
            if (message.binary != null && $Object.hasOwnProperty.call(message, "binary")) {
                object.binary = $root.logpb.Binary.toObject(message.binary, options, _depth + 1);
                if (options.oneofs)
                    object.content = "binary";
            }
            if (message.datagram != null && $Object.hasOwnProperty.call(message, "datagram")) {
                object.datagram = $root.logpb.Datagram.toObject(message.datagram, options, _depth + 1);
                if (options.oneofs)
                    object.content = "datagram";
            }
            return object;
        };

        /**
         * Converts this LogEntry to JSON.
         * @function toJSON
         * @memberof logpb.LogEntry
         * @instance
         * @returns {Object.<string,*>} JSON object
         */
        LogEntry.prototype.toJSON = function() {
            return LogEntry.toObject(this, $protobuf.util.toJSONOptions);
        };

        /**
         * Gets the type url for LogEntry
         * @function getTypeUrl
         * @memberof logpb.LogEntry
         * @static
         * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
         * @returns {string} The type url
         */
        LogEntry.getTypeUrl = function(prefix) {
            if (prefix === $undefined)
                prefix = "type.googleapis.com";
            return prefix + "/logpb.LogEntry";
        };

        return LogEntry;
    })();

    return logpb;
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

        protobuf.Timestamp = (function() {

            /**
             * Properties of a Timestamp.
             * @typedef {Object} google.protobuf.Timestamp.$Properties
             * @property {number|Long|null} [seconds] Timestamp seconds
             * @property {number|null} [nanos] Timestamp nanos
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Timestamp.
             * @memberof google.protobuf
             * @interface ITimestamp
             * @augments google.protobuf.Timestamp.$Properties
             * @deprecated Use google.protobuf.Timestamp.$Properties instead.
             */

            /**
             * Shape of a Timestamp.
             * @typedef {google.protobuf.Timestamp.$Properties} google.protobuf.Timestamp.$Shape
             */

            /**
             * Constructs a new Timestamp.
             * @memberof google.protobuf
             * @classdesc Represents a Timestamp.
             * @constructor
             * @param {google.protobuf.Timestamp.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            var Timestamp = function (properties) {
                if (properties)
                    for (var keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Timestamp seconds.
             * @member {number|Long} seconds
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.seconds = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

            /**
             * Timestamp nanos.
             * @member {number} nanos
             * @memberof google.protobuf.Timestamp
             * @instance
             */
            Timestamp.prototype.nanos = 0;

            /**
             * Creates a new Timestamp instance using the specified properties.
             * @function create
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {google.protobuf.Timestamp.$Properties=} [properties] Properties to set
             * @returns {google.protobuf.Timestamp} Timestamp instance
             * @type {{
             *   (properties: google.protobuf.Timestamp.$Shape): google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape;
             *   (properties?: google.protobuf.Timestamp.$Properties): google.protobuf.Timestamp;
             * }}
             */
            Timestamp.create = function(properties) {
                return new Timestamp(properties);
            };

            /**
             * Encodes the specified Timestamp message. Does not implicitly {@link google.protobuf.Timestamp.verify|verify} messages.
             * @function encode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {google.protobuf.Timestamp.$Properties} message Timestamp message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Timestamp.encode = function (message, writer, _depth) {
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
             * Decodes a Timestamp message from the specified reader or buffer.
             * @function decode
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {google.protobuf.Timestamp & google.protobuf.Timestamp.$Shape} Timestamp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Timestamp.decode = function (reader, length, _end, _depth, _target) {
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
                message = _target || new $root.google.protobuf.Timestamp();
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
             * Verifies a Timestamp message.
             * @function verify
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {Object.<string,*>} message Plain object to verify
             * @returns {string|null} `null` if valid, otherwise the reason why it is not
             */
            Timestamp.verify = function (message, _depth) {
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
             * Creates a Timestamp message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {google.protobuf.Timestamp} Timestamp
             */
            Timestamp.fromObject = function (object, _depth) {
                if (object instanceof $root.google.protobuf.Timestamp)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".google.protobuf.Timestamp: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                var message = new $root.google.protobuf.Timestamp();
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
             * Creates a plain object from a Timestamp message. Also converts values to other types if specified.
             * @function toObject
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {google.protobuf.Timestamp} message Timestamp
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Timestamp.toObject = function (message, options, _depth) {
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
             * Converts this Timestamp to JSON.
             * @function toJSON
             * @memberof google.protobuf.Timestamp
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Timestamp.prototype.toJSON = function() {
                return Timestamp.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Gets the type url for Timestamp
             * @function getTypeUrl
             * @memberof google.protobuf.Timestamp
             * @static
             * @param {string} [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns {string} The type url
             */
            Timestamp.getTypeUrl = function(prefix) {
                if (prefix === $undefined)
                    prefix = "type.googleapis.com";
                return prefix + "/google.protobuf.Timestamp";
            };

            return Timestamp;
        })();

        return protobuf;
    })();

    return google;
})();

module.exports = $root;
